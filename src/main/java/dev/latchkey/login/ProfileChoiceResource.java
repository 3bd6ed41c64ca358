package dev.latchkey.login;

import dev.latchkey.access.ChoiceToken;
import dev.latchkey.access.Right;
import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.login.AskingSecondQuestion.SecondAnswer;
import dev.latchkey.login.RedemptionResult.SignedIn;
import dev.latchkey.login.SessionOpenedView.SignedInView;
import dev.latchkey.ratelimit.RateLimited;
import dev.latchkey.ratelimit.RequestLimit;
import dev.latchkey.sessions.SignedInResponses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The step between a redeemed link and a session: which profile, and the clinic's second question. */
@Path("/v1/sessions/profile-choice")
class ProfileChoiceResource {

    private final ChoosingProfile choosing;
    private final SignedInResponses responses;
    private final SignedInViews views;
    private final ChoiceToken choiceToken;
    private final AnswerSerialization serialization;

    ProfileChoiceResource(
            ChoosingProfile choosing,
            SignedInResponses responses,
            SignedInViews views,
            ChoiceToken choiceToken,
            AnswerSerialization serialization) {
        this.choosing = choosing;
        this.responses = responses;
        this.views = views;
        this.choiceToken = choiceToken;
        this.serialization = serialization;
    }

    @POST
    @RolesAllowed(Right.CHOICE)
    @RateLimited(RequestLimit.SIGN_IN_REQUESTS)
    @ResponseStatus(201)
    public RestResponse<SignedInView> chooseProfile(@Valid @NotNull ChosenProfile choice) {
        var answer = serialization.beforeCommit(this::answer);
        return choosing.choose(choiceToken.secret(), choice.ref, choice.answer(), answer);
    }

    private RestResponse<SignedInView> answer(SignedIn signedIn) {
        return responses
                .answerSignIn(signedIn.session(), tokens -> views.build(signedIn, tokens))
                .build();
    }

    record ChosenProfile(
            @NotNull @CodePointLength(min = 1, max = 100) @Pattern(regexp = "[A-Za-z0-9_-]+")
            String ref,

            @Nullable LocalDate birthDate,
            @Min(1900) @Max(2099) @Nullable Integer birthYear) {

        SecondAnswer answer() {
            return new SecondAnswer(birthDate, birthYear);
        }

        /** Without what it holds of the person: a text of a request may get into a log. */
        @Override
        public String toString() {
            return "ChosenProfile";
        }
    }
}
