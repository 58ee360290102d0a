package dev.partywall.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.partywall.browse.Explanation;
import dev.partywall.browse.Truth;
import dev.partywall.connect.Lens;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Explanations as a JSON array. */
final class WhyJson {
    private final JsonGenerator json;

    WhyJson(Writer out) throws IOException {
        this.json = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(out)
                .useDefaultPrettyPrinter();
    }

    void write(List<Explanation> explanations) throws IOException {
        json.writeStartArray();
        for (Explanation explanation : explanations) {
            explanation(explanation);
        }
        json.writeEndArray();
        json.writeRaw('\n');
        json.close();
    }

    private void explanation(Explanation explanation) throws IOException {
        json.writeStartObject();
        json.writeStringField("table", explanation.table().toString());
        json.writeStringField("tenant", explanation.lens() instanceof Lens.Tenant tenant ? tenant.id() : null);
        json.writeStringField("role", explanation.role());
        json.writeStringField("owner", explanation.owner());
        json.writeBooleanField("rowSecurity", explanation.rowSecurity());
        json.writeBooleanField("forced", explanation.forced());
        json.writeBooleanField("rowSecurityActive", explanation.rowSecurityActive());
        json.writeObjectFieldStart("row");
        for (Explanation.Term term : explanation.row()) {
            json.writeStringField(term.sql(), term.value());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("answers");
        for (Explanation.Answer answer : explanation.answers()) {
            answer(answer);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("remarks");
        for (String remark : explanation.remarks()) {
            json.writeString(remark);
        }
        json.writeEndArray();
        truth("seen", explanation.seen());
        json.writeBooleanField("agrees", explanation.agrees());
        json.writeEndObject();
    }

    private void answer(Explanation.Answer answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("command", answer.command().name());
        truth("allowed", answer.allowed());
        json.writeStringField("decidedBy", answer.decidedBy());
        json.writeStringField("decider", answer.decider());
        json.writeArrayFieldStart("path");
        for (var reason : answer.path()) {
            json.writeString(reason.text());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("policies");
        for (Explanation.PolicyTruth policy : answer.policies()) {
            policy(policy);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void policy(Explanation.PolicyTruth policy) throws IOException {
        json.writeStartObject();
        json.writeStringField("policy", policy.policy());
        json.writeBooleanField("permissive", policy.permissive());
        json.writeStringField("condition", policy.condition());
        truth("truth", policy.truth());
        json.writeStringField("joined", policy.joined());
        json.writeBooleanField("evaluatedAsBypass", policy.asBypass());
        json.writeArrayFieldStart("parts");
        for (Explanation.Part part : policy.parts()) {
            part(part);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void part(Explanation.Part part) throws IOException {
        json.writeStartObject();
        json.writeStringField("sql", part.sql());
        truth("truth", part.truth());
        json.writeBooleanField("decides", part.decides());
        json.writeStringField("joined", part.joined());
        json.writeArrayFieldStart("parts");
        for (Explanation.Part inner : part.parts()) {
            part(inner);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("values");
        for (Explanation.Term term : part.terms()) {
            json.writeStartObject();
            json.writeStringField("sql", term.sql());
            json.writeStringField("value", term.value());
            json.writeStringField("type", term.type());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** TRUE and FALSE as such, NULL as null, an error by its SQLSTATE. */
    private void truth(String field, Truth truth) throws IOException {
        json.writeFieldName(field);
        switch (truth.value()) {
            case TRUE -> json.writeBoolean(true);
            case FALSE -> json.writeBoolean(false);
            case NULL -> json.writeNull();
            case ERROR -> json.writeString("error " + truth.sqlState());
        }
    }
}
