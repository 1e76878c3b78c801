package org.eoslab.web.play;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eoslab.claim.Finding;
import org.eoslab.experiment.Run;

/** Findings and certificate of a run as the page shows them. */
final class Findings {
    private Findings() {}

    static Map<String, Object> json(Run run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("claims", run.findings().stream().map(Findings::claim).toList());
        json.put("certificate", run.certificate().orElse(null));
        return json;
    }

    private static Map<String, Object> claim(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", finding.id());
        json.put("statement", finding.statement());
        json.put("source", finding.source());
        json.put("verdict", finding.verdict().label());
        json.put("margin", finding.margin());
        json.put("worstStep", finding.worstStep());
        json.put("attained", finding.attained());
        json.put("note", finding.note());
        return json;
    }
}
