package dev.partywall.advisor;

import dev.partywall.advisor.rules.AppRoleBypassesRowSecurity;
import dev.partywall.advisor.rules.AppRoleCanBecomeMore;
import dev.partywall.advisor.rules.AppRoleIsSuperuser;
import dev.partywall.advisor.rules.AppRoleOwnsTable;
import dev.partywall.advisor.rules.CastOnTenantColumn;
import dev.partywall.advisor.rules.ChildWithoutRowSecurity;
import dev.partywall.advisor.rules.ComparisonWeakerThanEquality;
import dev.partywall.advisor.rules.DefaultPrivilegesTooWide;
import dev.partywall.advisor.rules.DefinerFunctionOpenToPublic;
import dev.partywall.advisor.rules.DefinerFunctionSearchPath;
import dev.partywall.advisor.rules.DefinerFunctionUnfiltered;
import dev.partywall.advisor.rules.DeletePolicyOpen;
import dev.partywall.advisor.rules.ExtensionReachesOut;
import dev.partywall.advisor.rules.ForeignKeyAcrossTenants;
import dev.partywall.advisor.rules.ForeignKeyOracle;
import dev.partywall.advisor.rules.ForeignTableExposed;
import dev.partywall.advisor.rules.FunctionMarkedLeakproof;
import dev.partywall.advisor.rules.FunctionSuppliesTenant;
import dev.partywall.advisor.rules.GrantedToPublic;
import dev.partywall.advisor.rules.HelperOwnedByApp;
import dev.partywall.advisor.rules.HistoryWithoutRowSecurity;
import dev.partywall.advisor.rules.InsertPolicyOpen;
import dev.partywall.advisor.rules.MaintainGranted;
import dev.partywall.advisor.rules.MappingTableWritable;
import dev.partywall.advisor.rules.MaterializedViewExposed;
import dev.partywall.advisor.rules.NoPolicyForApp;
import dev.partywall.advisor.rules.NobodysRowsVisible;
import dev.partywall.advisor.rules.OnlyRestrictivePolicies;
import dev.partywall.advisor.rules.OpenWithEmptyTenant;
import dev.partywall.advisor.rules.OpenWithoutTenant;
import dev.partywall.advisor.rules.OrBindsLooserThanAnd;
import dev.partywall.advisor.rules.OwnerNotForced;
import dev.partywall.advisor.rules.PartitionReachableDirectly;
import dev.partywall.advisor.rules.PolicyCastMayFail;
import dev.partywall.advisor.rules.PolicyForSomebodyElse;
import dev.partywall.advisor.rules.PolicyLetsEverythingThrough;
import dev.partywall.advisor.rules.PolicyOnWrongColumn;
import dev.partywall.advisor.rules.PolicyOpenedByAnother;
import dev.partywall.advisor.rules.PolicyReadsOtherSetting;
import dev.partywall.advisor.rules.PolicyUndecided;
import dev.partywall.advisor.rules.ReferencesGranted;
import dev.partywall.advisor.rules.RegistryReadable;
import dev.partywall.advisor.rules.RewriteRuleWithOwnersRights;
import dev.partywall.advisor.rules.RowSecuritySwitchedOff;
import dev.partywall.advisor.rules.SchemaOpenForCreation;
import dev.partywall.advisor.rules.SchemasOfOtherTenants;
import dev.partywall.advisor.rules.SequenceSettable;
import dev.partywall.advisor.rules.ServerWithKnownFlaws;
import dev.partywall.advisor.rules.SessionWideTenant;
import dev.partywall.advisor.rules.SettingReadWithoutMissingOk;
import dev.partywall.advisor.rules.SettingSuppliesTenant;
import dev.partywall.advisor.rules.SharedTableWritable;
import dev.partywall.advisor.rules.SubSelectPerRow;
import dev.partywall.advisor.rules.TableWithoutRowSecurity;
import dev.partywall.advisor.rules.TenantColumnNullable;
import dev.partywall.advisor.rules.TenantDefaultConstant;
import dev.partywall.advisor.rules.TenantDefaultMissing;
import dev.partywall.advisor.rules.TenantIndexMissing;
import dev.partywall.advisor.rules.TenantTypeDiffers;
import dev.partywall.advisor.rules.TriggerGranted;
import dev.partywall.advisor.rules.TruncateGranted;
import dev.partywall.advisor.rules.UndeclaredEscapeHatch;
import dev.partywall.advisor.rules.UniqueAcrossTenants;
import dev.partywall.advisor.rules.UpdateCheckOpen;
import dev.partywall.advisor.rules.UpdateUsingOpen;
import dev.partywall.advisor.rules.ViewWithOwnersRights;
import dev.partywall.advisor.rules.VolatileFunctionInPolicy;
import java.util.List;
import java.util.Optional;

/** The list of all rules, in the order in which they are explained. A new rule is one line here. */
public final class Rules {
    private static final List<Rule> ALL = List.of(
            new TableWithoutRowSecurity(),
            new PartitionReachableDirectly(),
            new ChildWithoutRowSecurity(),
            new HistoryWithoutRowSecurity(),
            new NoPolicyForApp(),
            new OwnerNotForced(),
            new PolicyLetsEverythingThrough(),
            new PolicyOpenedByAnother(),
            new OrBindsLooserThanAnd(),
            new InsertPolicyOpen(),
            new UpdateCheckOpen(),
            new UpdateUsingOpen(),
            new DeletePolicyOpen(),
            new PolicyOnWrongColumn(),
            new PolicyForSomebodyElse(),
            new ComparisonWeakerThanEquality(),
            new UndeclaredEscapeHatch(),
            new PolicyReadsOtherSetting(),
            new OpenWithoutTenant(),
            new OpenWithEmptyTenant(),
            new NobodysRowsVisible(),
            new SettingReadWithoutMissingOk(),
            new PolicyCastMayFail(),
            new OnlyRestrictivePolicies(),
            new VolatileFunctionInPolicy(),
            new SubSelectPerRow(),
            new CastOnTenantColumn(),
            new PolicyUndecided(),
            new AppRoleIsSuperuser(),
            new AppRoleBypassesRowSecurity(),
            new AppRoleCanBecomeMore(),
            new AppRoleOwnsTable(),
            new TruncateGranted(),
            new ReferencesGranted(),
            new TriggerGranted(),
            new MaintainGranted(),
            new GrantedToPublic(),
            new DefaultPrivilegesTooWide(),
            new SchemaOpenForCreation(),
            new SchemasOfOtherTenants(),
            new SequenceSettable(),
            new SettingSuppliesTenant(),
            new FunctionSuppliesTenant(),
            new SessionWideTenant(),
            new RowSecuritySwitchedOff(),
            new TenantColumnNullable(),
            new TenantDefaultMissing(),
            new TenantDefaultConstant(),
            new TenantTypeDiffers(),
            new TenantIndexMissing(),
            new RegistryReadable(),
            new SharedTableWritable(),
            new MappingTableWritable(),
            new ViewWithOwnersRights(),
            new MaterializedViewExposed(),
            new ForeignTableExposed(),
            new RewriteRuleWithOwnersRights(),
            new DefinerFunctionUnfiltered(),
            new DefinerFunctionOpenToPublic(),
            new DefinerFunctionSearchPath(),
            new FunctionMarkedLeakproof(),
            new HelperOwnedByApp(),
            new UniqueAcrossTenants(),
            new ForeignKeyAcrossTenants(),
            new ForeignKeyOracle(),
            new ExtensionReachesOut(),
            new ServerWithKnownFlaws());

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }

    public static Optional<Rule> named(String id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
