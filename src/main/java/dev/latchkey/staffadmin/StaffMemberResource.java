package dev.latchkey.staffadmin;

import dev.latchkey.access.Right;
import dev.latchkey.access.Role;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.http.ETags;
import dev.latchkey.input.TypedCode;
import dev.latchkey.passwords.GivenPassword;
import dev.latchkey.secondfactor.Proof;
import dev.latchkey.secondfactor.Reauthenticating;
import dev.latchkey.staff.StaffMember;
import dev.latchkey.staff.StaffMemberView;
import dev.latchkey.staff.StaffMemberViews;
import dev.latchkey.staff.StaffMembers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/staff/members/{id}")
class StaffMemberResource {

    private final ChangingRole changing;
    private final Reauthenticating reauthenticating;
    private final StaffMembers members;
    private final StaffMemberViews views;
    private final ETags etags;
    private final AnswerSerialization serialization;
    private final StaffCaller caller;

    StaffMemberResource(
            ChangingRole changing,
            Reauthenticating reauthenticating,
            StaffMembers members,
            StaffMemberViews views,
            ETags etags,
            AnswerSerialization serialization,
            StaffCaller caller) {
        this.changing = changing;
        this.reauthenticating = reauthenticating;
        this.members = members;
        this.views = views;
        this.etags = etags;
        this.serialization = serialization;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.OWNER)
    public StaffMemberView getStaffMemberById(@RestPath UUID id) {
        return views.build(members.get(caller, id));
    }

    /** What they have not seen is refused before they show anything, and once more when the row is locked. */
    @PATCH
    @RolesAllowed(Right.OWNER)
    public StaffMemberView changeStaffMember(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull StaffMemberChanges request) {
        Consumer<StaffMember> mustBeSeen = member -> etags.require(ifMatch, views.build(member));
        mustBeSeen.accept(members.get(caller, id));
        return reauthenticating.reauthenticate(
                caller,
                new Proof(request.password, request.code),
                serialization.beforeCommit(owner -> views.build(changing.change(owner, id, request.role, mustBeSeen))));
    }

    record StaffMemberChanges(
            @NotNull Role role,

            @NotNull @GivenPassword String password,

            @CodePointLength(min = 6, max = 20) @TypedCode @Nullable
            String code) {}
}
