package dev.latchkey.overload;

import dev.latchkey.http.FrameworkProblem;
import dev.latchkey.http.Problem;
import dev.latchkey.http.ProblemResponses;
import dev.latchkey.http.WebReason;
import dev.latchkey.input.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** One request body that is still arriving. Until it is whole it costs memory for what has come, and no thread. */
final class RequestBodyBuffer {

    static final String WHOLE = RequestBodyBuffer.class.getName();

    private static final int SMALL = 4 * 1024;

    private final RoutingContext context;
    private final BodyMemoryBudget all;
    private Buffer bytes = Buffer.buffer();
    private boolean refused;

    RequestBodyBuffer(RoutingContext context, BodyMemoryBudget all) {
        this.context = context;
        this.all = all;
    }

    /** Goes on with the request when all of it is there. */
    void collect(Duration patience) {
        var request = context.request();
        var alarm = context.vertx().setTimer(patience.toMillis(), timer -> giveUp());
        request.exceptionHandler(hungUp -> {
            context.vertx().cancelTimer(alarm);
            letGo();
        });
        request.endHandler(end -> {
            context.vertx().cancelTimer(alarm);
            goOn();
        });
        request.handler(this::take);
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > Json.LARGEST_BODY) {
            refuse(Problem.of(WebReason.BODY_TOO_LARGE));
        } else if (isWaitingForOurWord()) {
            context.response().writeContinue();
        }
    }

    private boolean isWaitingForOurWord() {
        return context.request().headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true);
    }

    private void take(Buffer piece) {
        if (refused) {
            return;
        }
        var length = bytes.length() + piece.length();
        if (length > Json.LARGEST_BODY) {
            refuse(Problem.of(WebReason.BODY_TOO_LARGE));
        } else if (all.tryReserve(beyondSmall(length) - beyondSmall(bytes.length()))) {
            bytes.appendBuffer(piece);
        } else {
            refuse(Problem.of(WebReason.OVERLOADED));
        }
    }

    private void letGo() {
        all.release(beyondSmall(bytes.length()));
        bytes = Buffer.buffer();
    }

    /** What counts: a few KiB are everybody's, or a few who send slowly could keep all others from signing in. */
    private static int beyondSmall(int length) {
        return Math.max(0, length - SMALL);
    }

    /** What comes after it is thrown away: hanging up at once would lose the answer on its way to a caller who is still sending. */
    private void refuse(Problem problem) {
        refused = true;
        letGo();
        if (isWaitingForOurWord()) {
            ProblemResponses.refuseUnread(context, problem);
        } else {
            ProblemResponses.refuse(context, problem);
        }
    }

    private void goOn() {
        if (!refused) {
            context.put(WHOLE, bytes.getBytes());
            letGo();
            context.next();
        }
    }

    private void giveUp() {
        if (!refused) {
            refuse(FrameworkProblem.REQUEST_TIMEOUT.problem());
        }
        context.request().connection().close();
    }
}
