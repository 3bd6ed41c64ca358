package dev.latchkey.fuzz;

import java.util.List;

/** The body of an upload, with the boundary x. */
record MadeForm(Dice dice) {

    private static final List<String> FILES = List.of(
            "form-data; name=\"file\"; filename=\"exercises.txt\"",
            "form-data; name=\"file\"; filename=\"X-ray \\\"left\\\" knee.pdf\"",
            "form-data; name=\"file\"; filename*=UTF-8''%e2%82%ac.pdf",
            "form-data; name=\"file\"; filename*=UTF-8''%zz.pdf",
            "form-data; name=\"file\"; filename=\"=?UTF-8?B?4oKsLnBkZg==?=\"",
            "form-data; name=\"file\"; filename=\"../../etc/passwd\"",
            "form-data; name=\"file\"; filename=\"" + "a".repeat(300) + "\"",
            "form-data; name=\"file\"; filename=\"\"",
            "form-data; name=\"file\"; filename=\"a\tb.txt\"",
            "form-data; name=\"file\"; filename=\"unclosed",
            "form-data; name=\"file\"",
            "form-data; name=file; filename=a.txt",
            "FORM-DATA; NAME=\"file\"; FILENAME=\"a.txt\"",
            "form-data; filename=\"a.txt\"",
            "form-data; name=\"\"; filename=\"a.txt\"",
            "attachment; name=\"file\"; filename=\"a.txt\"",
            "nonsense",
            "");
    private static final List<String> SHARED = List.of("true", "false", "", "yes", "TRUE", "null", "1");
    private static final List<String> CONTENTS =
            List.of("Three times a day.", "", "%PDF-1.7\n", "<svg onload=alert(1)>", "PK\u0003\u0004", "\u0000\u0001");
    private static final List<String> ENDS = List.of("--x--\r\n", "--x--", "--x", "", "--x\r\n", "garbage");

    String next() {
        var body = new StringBuilder();
        for (var parts = 1 + dice.below(20) / 17; parts > 0; parts--) {
            var file = dice.isIn(60) ? FILES.get(0) : dice.one(FILES);
            part(body, file, dice.isIn(60) ? CONTENTS.get(0) : dice.one(CONTENTS));
        }
        if (dice.isIn(60)) {
            part(body, "form-data; name=\"" + (dice.isIn(90) ? "shared" : "unknown") + "\"", dice.one(SHARED));
        }
        return body + (dice.isIn(85) ? ENDS.get(0) : dice.one(ENDS));
    }

    private void part(StringBuilder body, String disposition, String content) {
        body.append("--x\r\n");
        if (!disposition.isEmpty()) {
            body.append("Content-Disposition: ").append(disposition).append("\r\n");
        }
        if (dice.isIn(20)) {
            body.append(
                    dice.one(List.of("Content-Type: text/plain\r\n", "Content-Type: nonsense\r\n", "nonsense\r\n")));
        }
        body.append("\r\n").append(content).append("\r\n");
    }
}
