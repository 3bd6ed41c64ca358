package dev.latchkey;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Whatever is not in {@link TestShard1}, beside it; but for what each looks for at its end. */
@Suite
@SelectPackages("dev.latchkey")
@IncludeClassNamePatterns(".*Test")
@ExcludeClassNamePatterns(TestShard1.OF_THE_PACKAGES + "(?!KeepingTheSuitesSecretsTest).*")
class TestShard2 {}
