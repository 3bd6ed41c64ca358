package dev.latchkey.letters;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clinics.Clinic;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.clinics.PortalAddress;
import dev.latchkey.emailchanges.EmailChange;
import dev.latchkey.emailchanges.EmailConfirmationLetter;
import dev.latchkey.kernel.Language;
import dev.latchkey.letterhead.Letterhead;
import dev.latchkey.loginlinks.LoginLink;
import dev.latchkey.loginlinks.LoginLinkLetter;
import dev.latchkey.loginlinks.NoClientRecordLetter;
import dev.latchkey.loginlinks.PortalOffLetter;
import dev.latchkey.mail.LetterContent;
import dev.latchkey.mail.RenderingLetter;
import dev.latchkey.mail.RenderingLetter.LetterText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a letter of the clinic looks like: an example with neither secret nor recipient, which goes nowhere. */
@Path("/v1/staff/letter-previews/{kind}")
class LetterPreviewResource {

    private static final String EXAMPLE_CODE = "123456";

    private final Clinics clinics;
    private final PortalAddress portal;
    private final RenderingLetter rendering;
    private final StaffCaller caller;
    private final Clock clock;

    LetterPreviewResource(
            Clinics clinics, PortalAddress portal, RenderingLetter rendering, StaffCaller caller, Clock clock) {
        this.clinics = clinics;
        this.portal = portal;
        this.rendering = rendering;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param language the clinic's, if there is none */
    @GET
    @RolesAllowed(Right.CLINIC)
    public LetterPreviewView getLetterPreview(
            @RestPath String kind, @RestQuery @Pattern(regexp = Language.CODES) @Nullable String language) {
        var clinic = clinics.get(caller.clinicId());
        var content = example(kind, clinic, language == null ? clinic.language() : Language.of(language));
        return LetterPreviewView.of(rendering.render(content));
    }

    private LetterContent example(String kind, Clinic clinic, Language language) {
        var letterhead = clinic.letterhead(language);
        return switch (kind) {
            case "login-link" ->
                new LoginLinkLetter(
                        letterhead,
                        portal.urlOf(clinic) + "/login#example",
                        EXAMPLE_CODE,
                        clock.instant().plus(LoginLink.LIFETIME),
                        clinic.timeZoneOfLetters());
            case "email-confirmation" ->
                new EmailConfirmationLetter(
                        letterhead,
                        portal.urlOf(clinic) + "/confirm-email#example",
                        clock.instant().plus(EmailChange.LIFETIME),
                        clinic.timeZoneOfLetters());
            case "no-client-record" -> new NoClientRecordLetter(letterhead, clinic.shownBookingUrl());
            case "portal-off" -> portalOff(letterhead, clinic);
            default -> throw LetterReason.LETTER_KIND_NOT_FOUND.refusal();
        };
    }

    /** With the message that is there, also while the portal is on. */
    private PortalOffLetter portalOff(Letterhead letterhead, Clinic clinic) {
        return new PortalOffLetter(letterhead, clinic.portal().message(), clinic.phone(), clock.instant());
    }

    record LetterPreviewView(String subject, String text, String html) {

        static LetterPreviewView of(LetterText letter) {
            return new LetterPreviewView(letter.subject(), letter.text(), letter.html());
        }
    }
}
