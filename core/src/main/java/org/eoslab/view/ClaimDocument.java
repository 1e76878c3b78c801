package org.eoslab.view;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eoslab.claim.Certificate;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;

/** A claim's finding and a certificate, as trees. */
public final class ClaimDocument {
    /** The verdict of a claim that is still to be checked. */
    private static final String COMPUTING = "computing";

    private ClaimDocument() {}

    /** {@code id}, {@code statement}, {@code source}, {@code verdict}, {@code margin}, {@code worstStep}, {@code attained}, {@code note}. */
    public static Map<String, Object> of(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", finding.id());
        json.put("statement", finding.statement());
        json.put("source", finding.source());
        json.put("verdict", finding.verdict().label());
        json.put("margin", Double.isFinite(finding.margin()) ? (Double) finding.margin() : null);
        json.put("worstStep", finding.worstStep() < 0 ? null : (Long) finding.worstStep());
        json.put("attained", finding.attained());
        json.put("note", finding.note());
        return json;
    }

    /** The same of a claim that is not checked: its verdict is {@value #COMPUTING}. */
    static Map<String, Object> unchecked(Claim claim) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", claim.id());
        json.put("statement", claim.statement());
        json.put("source", claim.source());
        json.put("verdict", COMPUTING);
        json.put("margin", null);
        json.put("worstStep", null);
        json.put("attained", "");
        json.put("note", "");
        return json;
    }

    /** {@code step}, {@code limitSharpnessLow}, {@code limitSharpnessHigh}. */
    public static Map<String, Object> of(Certificate certificate) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("step", certificate.step());
        json.put("limitSharpnessLow", certificate.limitSharpnessLow());
        json.put("limitSharpnessHigh", certificate.limitSharpnessHigh());
        return json;
    }
}
