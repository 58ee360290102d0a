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
import dev.partywall.advisor.rules.IdentityEditableByUser;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of all rules, each under what it finds, in the order in which they are explained. A new rule is one line here. */
public final class Rules {
    private static final Map<Rule, Family> FAMILIES = new LinkedHashMap<>();

    static {
        list(
                Family.OPEN_ROWS,
                new TableWithoutRowSecurity(),
                new PartitionReachableDirectly(),
                new ChildWithoutRowSecurity(),
                new HistoryWithoutRowSecurity(),
                new SchemasOfOtherTenants(),
                new RegistryReadable());
        list(
                Family.POLICIES,
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
                new MappingTableWritable(),
                new IdentityEditableByUser());
        list(
                Family.CONTEXT,
                new UndeclaredEscapeHatch(),
                new OpenWithoutTenant(),
                new OpenWithEmptyTenant(),
                new NobodysRowsVisible(),
                new SettingSuppliesTenant(),
                new FunctionSuppliesTenant(),
                new SessionWideTenant(),
                new TenantDefaultConstant());
        list(
                Family.ESCAPES,
                new AppRoleIsSuperuser(),
                new AppRoleBypassesRowSecurity(),
                new AppRoleCanBecomeMore(),
                new AppRoleOwnsTable(),
                new OwnerNotForced(),
                new HelperOwnedByApp(),
                new ServerWithKnownFlaws());
        list(
                Family.DETOURS,
                new ViewWithOwnersRights(),
                new MaterializedViewExposed(),
                new ForeignTableExposed(),
                new RewriteRuleWithOwnersRights(),
                new DefinerFunctionUnfiltered(),
                new DefinerFunctionOpenToPublic(),
                new DefinerFunctionSearchPath(),
                new FunctionMarkedLeakproof(),
                new ExtensionReachesOut());
        list(
                Family.PRIVILEGES,
                new TruncateGranted(),
                new ReferencesGranted(),
                new TriggerGranted(),
                new MaintainGranted(),
                new GrantedToPublic(),
                new DefaultPrivilegesTooWide(),
                new SchemaOpenForCreation(),
                new SequenceSettable(),
                new SharedTableWritable());
        list(Family.KEYS, new UniqueAcrossTenants(), new ForeignKeyAcrossTenants(), new ForeignKeyOracle());
        list(
                Family.OUTAGES,
                new NoPolicyForApp(),
                new PolicyReadsOtherSetting(),
                new SettingReadWithoutMissingOk(),
                new PolicyCastMayFail(),
                new OnlyRestrictivePolicies(),
                new RowSecuritySwitchedOff(),
                new TenantColumnNullable(),
                new TenantDefaultMissing());
        list(
                Family.SPEED,
                new VolatileFunctionInPolicy(),
                new SubSelectPerRow(),
                new CastOnTenantColumn(),
                new TenantTypeDiffers(),
                new TenantIndexMissing());
        list(Family.UNDECIDED, new PolicyUndecided());
    }

    private static final List<Rule> ALL = List.copyOf(FAMILIES.keySet());

    private Rules() {}

    private static void list(Family family, Rule... rules) {
        List.of(rules).forEach(rule -> FAMILIES.put(rule, family));
    }

    public static List<Rule> all() {
        return ALL;
    }

    /** The rules of one family; the scans make up {@link Family#DATA}. */
    public static List<Rule> of(Family family) {
        return ALL.stream().filter(rule -> FAMILIES.get(rule) == family).toList();
    }

    /** What a finding of that word lets happen; what no rule finds was found in the data. */
    public static Family familyOf(String id) {
        return named(id).map(FAMILIES::get).orElse(Family.DATA);
    }

    public static Optional<Rule> named(String id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
