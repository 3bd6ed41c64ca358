package dev.latchkey;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Of the tests, in a process with an application and a database of its own: each application is asked by one test at a time. */
@Suite
@SelectPackages("dev.latchkey")
@IncludeClassNamePatterns(TestShard1.OF_THE_PACKAGES + ".*Test")
class TestShard1 {

    static final String OF_THE_PACKAGES =
            "dev\\.latchkey\\.(access|appointments|audit|boot|clients|clinics|docs|files|framework|http|idempotency"
                    + "|input|invoices|jobs|merging|observability|overload|portal|portalaccess|ratelimit|tenancy|tokens)\\.";
}
