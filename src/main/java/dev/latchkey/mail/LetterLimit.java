package dev.latchkey.mail;

import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.NamedLimit;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.function.Function;

/** How many letters leave us. They count with the letter, in its transaction: one that is not sent has used up nothing. */
public enum LetterLimit implements NamedLimit<LetterLimit.Settings> {
    /** One of the rows that share it. */
    LETTERS_IN_ALL(settings -> parts(settings.lettersInAll())),
    LETTERS_PER_CLINIC(Settings::lettersPerClinic),
    BULK_LETTERS_PER_CLINIC(Settings::bulkLettersPerClinic),
    LETTERS_PER_SENDER(Settings::lettersPerSender),
    LETTERS_REQUESTED(
            Settings::lettersRequestedPerIp, Settings::lettersRequestedPerNetwork, Settings::lettersRequestedPerSite),
    LETTERS_PER_MAILBOX(Settings::lettersPerMailbox),
    LETTERS_PER_MAILBOX_IN_ALL(Settings::lettersPerMailboxInAll),
    NOTICES_PER_MAILBOX(Settings::noticesPerMailbox);

    /** The row of a count is locked until the letter's transaction ends, and all letters of all clinics would wait for one. */
    static final int ROWS_IN_ALL = 16;

    private final List<Function<Settings, List<Limit>>> settings;

    @SafeVarargs
    LetterLimit(Function<Settings, List<Limit>>... settings) {
        this.settings = List.of(settings);
    }

    private static List<Limit> parts(List<Limit> inAll) {
        return inAll.stream()
                .map(limit -> new Limit((limit.count() + ROWS_IN_ALL - 1) / ROWS_IN_ALL, limit.window()))
                .toList();
    }

    @Override
    public List<Function<Settings, List<Limit>>> settings() {
        return settings;
    }

    @ConfigMapping(prefix = "latchkey.limits")
    interface Settings {

        @WithDefault("10000/1h")
        List<Limit> lettersInAll();

        @WithDefault("1000/1h")
        List<Limit> lettersPerClinic();

        /** Of what staff send to many at once: below the limit above, for it counts apart. */
        @WithDefault("600/1h")
        List<Limit> bulkLettersPerClinic();

        /** A staff member or the operator. */
        @WithDefault("100/1h")
        List<Limit> lettersPerSender();

        /** By callers who have not signed in. */
        @WithDefault("100/1h")
        List<Limit> lettersRequestedPerIp();

        @WithDefault("200/1h")
        List<Limit> lettersRequestedPerNetwork();

        @WithDefault("400/1h")
        List<Limit> lettersRequestedPerSite();

        /** For each clinic, so that none uses up what another has. */
        @WithDefault("10/1h,30/24h")
        List<Limit> lettersPerMailbox();

        /** For all clinics together. */
        @WithDefault("30/1h,100/24h")
        List<Limit> lettersPerMailboxInAll();

        @WithDefault("10/1h")
        List<Limit> noticesPerMailbox();
    }
}
