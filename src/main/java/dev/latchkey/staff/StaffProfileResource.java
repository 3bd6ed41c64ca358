package dev.latchkey.staff;

import dev.latchkey.access.Right;
import dev.latchkey.access.StaffCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The staff member who is calling. */
@Path("/v1/staff/me")
class StaffProfileResource {

    private final StaffMembers members;
    private final StaffMemberViews views;
    private final StaffCaller caller;

    StaffProfileResource(StaffMembers members, StaffMemberViews views, StaffCaller caller) {
        this.members = members;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Right.SELF)
    public StaffMemberView getStaffMember() {
        return views.build(members.self(caller));
    }
}
