package dev.latchkey.access;

/** What an endpoint asks of its caller. Every endpoint names one, or says that every caller may call it. */
public final class Right {

    /** A client, at their own records. */
    public static final String CLIENT = "client";

    /** A staff member at their own door, be it that they must enrol a second factor before they may do anything else. */
    public static final String SELF = "self";

    /** Every member of the clinic's staff. */
    public static final String STAFF = "staff";

    /** Clients, login links, files and appointments: everybody but the accountant. */
    public static final String CARE = "care";

    /** Invoices. */
    public static final String BILLING = "billing";

    /** What appointments refer to: locations, practitioners, services. */
    public static final String SETUP = "setup";

    /** The clinic's own facts, and how its portal works. */
    public static final String CLINIC = "clinic";

    /** Staff and their roles. */
    public static final String OWNER = "owner";

    /** Who runs the installation. */
    public static final String OPERATOR = "operator";

    /** Holds an opaque token that may be a choice token; the endpoint that takes it finds out. */
    public static final String CHOICE = "choice";

    private Right() {}
}
