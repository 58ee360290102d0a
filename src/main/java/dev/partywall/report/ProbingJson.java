package dev.partywall.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.partywall.catalog.RelationName;
import dev.partywall.connect.Attestation;
import dev.partywall.probe.Differential;
import dev.partywall.probe.ProbeRun;
import dev.partywall.probe.Proof;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the probes tell beside their verdicts: who looked in which state of the database, and what each tenant saw. */
final class ProbingJson {
    private ProbingJson() {}

    /** @param run null where no probe ran */
    static void write(JsonGenerator json, @Nullable ProbeRun run) throws IOException {
        if (run != null) {
            writeProof(json, run.proof());
            json.writeArrayFieldStart("differential");
            for (Differential one : run.differentials()) {
                writeDifferential(json, one);
            }
            json.writeEndArray();
        }
    }

    private static void writeProof(JsonGenerator json, Proof proof) throws IOException {
        json.writeObjectFieldStart("attestation");
        json.writeStringField("startedAt", proof.startedAt().toString());
        json.writeStringField("finishedAt", proof.finishedAt().toString());
        json.writeStringField("server", proof.server());
        JsonReport.writeStrings(json, "snapshots", proof.snapshots());
        writeSide(json, "app", proof.app());
        Attestation bypass = proof.bypass();
        if (bypass != null) {
            writeSide(json, "bypass", bypass);
        }
        JsonReport.writeStrings(json, "canBecome", proof.canBecome());
        json.writeStringField("rowSecurity", proof.rowSecurity());
        json.writeObjectFieldStart("rowSecurityActive");
        for (Map.Entry<RelationName, Boolean> active : proof.rowSecurityActive().entrySet()) {
            json.writeBooleanField(active.getKey().toString(), active.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeSide(JsonGenerator json, String side, Attestation who) throws IOException {
        json.writeObjectFieldStart(side);
        json.writeStringField("sessionUser", who.sessionUser());
        json.writeStringField("currentUser", who.currentUser());
        json.writeBooleanField("superuser", who.superuser());
        json.writeBooleanField("bypassRls", who.bypassRls());
        json.writeObjectFieldStart("settings");
        for (Map.Entry<String, @Nullable String> setting : who.settings().entrySet()) {
            JsonReport.writeOptional(json, setting.getKey(), setting.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeDifferential(JsonGenerator json, Differential one) throws IOException {
        json.writeStartObject();
        JsonReport.writeObject(json, one.object());
        json.writeStringField("tenant", one.tenant());
        json.writeNumberField("owned", one.owned());
        json.writeNumberField("visible", one.visible());
        json.writeNumberField("foreignVisible", one.foreignVisible());
        json.writeNumberField("ownHidden", one.ownHidden());
        json.writeNumberField("nullVisible", one.nullVisible());
        json.writeBooleanField("capped", one.capped());
        json.writeStringField("snapshot", one.snapshot());
        JsonReport.writeOptional(json, "undecided", one.undecided());
        json.writeEndObject();
    }
}
