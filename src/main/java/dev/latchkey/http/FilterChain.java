package dev.latchkey.http;

import jakarta.interceptor.Interceptor;

/** What each request passes, from the first step to the last one. A step that is not listed here has no place of its own. */
public final class FilterChain {

    // 1. Before the router looks at the path. The lowest number comes first.

    /**
     * Answers a request whose head cannot be read. The router gives up on it before any filter is asked, and the framework's own handler,
     * which would come next, logs an error with its stack: {@code RefusingBadRequestsTest.refuses_a_host_that_is_none}.
     */
    public static final int MALFORMED_REQUEST = Integer.MIN_VALUE;

    // 2. Filters of the server, on the thread that reads the network. The highest number comes first.

    /** Makes one line of a header's several, before anything reads one. */
    public static final int HEADER_LINES = 11_000;

    /** Names the request, so that all that follows is logged under the name. */
    public static final int REQUEST_ID = 10_000;

    /** Starts the clock of the metrics. */
    public static final int REQUEST_TIME = 9_500;

    /** Answers to this machine's names alone, where the installation is for this machine. */
    public static final int LOCAL_NAMES = 9_000;

    /** Refuses another site's page, before the framework's own check (300) would without a word, and lets the others read what follows. */
    public static final int ORIGINS = 1_000;

    /** Refuses a body that cannot be read for what its headers say. */
    public static final int CONTENT_HEADERS = 970;

    /** Serves what an endpoint answers, and nothing else. */
    public static final int OWN_PAGES = 950;

    /** Refuses a method that the path does not take. The framework's own check (300) would refuse some of them without a word. */
    public static final int METHODS = 900;

    // The framework's own are here: CORS (300), which answers what browsers ask before a request, then authentication.

    /** Refuses a body that says it is too large. */
    public static final int BODY_SIZE = 100;

    /** Leaves most workers to requests that are no uploads. */
    public static final int UPLOADS_AT_ONCE = 90;

    /**
     * Waits for the whole body. A worker that read it would wait for a slow sender, and a few of those would take all workers:
     * {@code SendingABodySlowlyTest}.
     */
    public static final int BODY = 50;

    /**
     * Gives the whole request to one worker. The framework would take one to authenticate the caller and another one for the rest, which
     * would get another connection; and without a limit here all that cannot be served would queue:
     * {@code HavingTooMuchToDoTest.refuses_at_once_says_when_to_come_back_and_recovers}.
     */
    public static final int WORKER = 10;

    /** Lifts the server's limit for an upload, after the server has set it. The parser has the same one, and answers. */
    public static final int UPLOAD_SIZE = 1;

    // 3. Filters of an endpoint, by the worker, before the body is read. The lowest number comes first, those without
    // one (5,000) late.

    /** Counts the call, so that nothing is judged uncounted. */
    public static final int REQUEST_LIMIT = 1_000;

    /** Reads a body that its sender has signed, as it came, and hands it on: behind the filter that hands it over (5,000). */
    public static final int SIGNATURE = 6_000;

    // 4. Around the endpoint and its acts. The lowest number is the outermost.

    /** One act for one key, outside of the act's transaction. */
    public static final int IDEMPOTENCY = Interceptor.Priority.PLATFORM_BEFORE;

    /** Writes the answer inside of the transaction, which the framework begins one step before. */
    public static final int ANSWER_SERIALIZATION = Interceptor.Priority.PLATFORM_BEFORE + 201;

    /** Counts the call of an endpoint that counts valid requests alone, right behind the framework's validation (4,800). */
    public static final int VALID_REQUEST_LIMIT = Interceptor.Priority.PLATFORM_AFTER + 900;

    /** Refuses a client a section of the portal that the clinic does not show them. */
    public static final int PORTAL_SECTION = Interceptor.Priority.PLATFORM_AFTER + 950;

    // 5. What was thrown becomes a problem.

    /**
     * Takes unreadable JSON in {@code Problems}, before the framework's mapper of the same exception, whose answer is no problem:
     * {@code RefusingBadRequestsTest.refuses_what_the_contract_does_not_say}.
     */
    public static final int UNREADABLE_JSON = 1;

    private FilterChain() {}
}
