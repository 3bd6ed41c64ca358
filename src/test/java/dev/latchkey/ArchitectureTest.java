package dev.latchkey;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.latchkey.access.Right;
import dev.latchkey.http.AnswerSerialization;
import dev.latchkey.profile.InSection;
import dev.latchkey.ratelimit.RateLimited;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The map of the house. Read it first: each line is a package, then the packages it may use. */
class ArchitectureTest {

    private static final String MAP = """
        kernel        ->
        framework     ->
        jobs          -> framework
        input         -> kernel framework
        http          -> kernel framework input
        forms         -> framework input
        docs          -> kernel http
        ratelimit     -> kernel jobs http
        overload      -> kernel framework input http
        idempotency   -> kernel input http overload
        tenancy       ->
        audit         -> kernel jobs input http ratelimit overload
        smtp          -> kernel framework
        letterhead    -> kernel
        mail          -> kernel letterhead jobs ratelimit smtp
        tokens        -> kernel audit
        access        -> kernel http ratelimit overload tenancy audit tokens
        sessions      -> kernel jobs input http ratelimit tenancy audit tokens access
        clinics       -> kernel jobs input http idempotency audit letterhead access
        branding      -> kernel input forms http overload audit access clinics
        portal        -> kernel input http ratelimit idempotency audit access sessions clinics branding
        staff         -> kernel input http audit letterhead mail access sessions clinics
        passwords     -> kernel jobs http ratelimit overload audit letterhead mail access sessions clinics staff
        secondfactor  -> kernel jobs input http audit access sessions clinics staff passwords
        staffsignin   -> kernel jobs input http ratelimit audit letterhead mail tokens access sessions clinics staff passwords secondfactor
        staffadmin    -> kernel jobs input http ratelimit idempotency audit letterhead mail access sessions clinics staff passwords secondfactor staffsignin
        operator      -> kernel input http idempotency audit access clinics staff staffadmin
        clients       -> kernel input http idempotency audit access sessions clinics
        profile       -> kernel jobs http access clinics clients
        bounces       -> kernel jobs input http ratelimit audit smtp mail access clients
        loginlinks    -> kernel jobs input http ratelimit idempotency audit letterhead mail access clinics staff clients bounces
        login         -> kernel jobs input http ratelimit tenancy audit tokens access sessions clinics portal clients profile loginlinks
        linkhistory   -> kernel input http idempotency audit smtp mail access staff clients loginlinks login
        batches       -> kernel framework jobs input http ratelimit idempotency audit mail access staff clinics clients bounces loginlinks linkhistory
        emailchanges  -> kernel jobs input http ratelimit audit letterhead mail access clinics staff clients bounces linkhistory
        portalaccess  -> kernel input http audit access sessions clinics portal clients profile bounces loginlinks linkhistory emailchanges
        letters       -> kernel input http audit letterhead mail access clinics loginlinks emailchanges
        merging       -> kernel input idempotency audit access clients
        appointments  -> kernel input http idempotency audit access clinics clients profile merging
        invoices      -> kernel input http idempotency audit access clinics clients profile merging
        files         -> kernel input forms http ratelimit idempotency audit access clients profile merging
        observability -> framework http ratelimit overload audit smtp mail sessions loginlinks login files
        standalone    -> kernel framework http
        sample        -> docs clinics staff standalone
        boot          -> kernel framework ratelimit clinics standalone sample
        """;

    static final String HOUSE = "dev.latchkey.";
    private static final Path SOURCES = Path.of("src/main/java/dev/latchkey");
    private static final Map<String, List<String>> ARROWS = MAP.lines()
            .map(line -> line.split("->", -1))
            .collect(Collectors.toMap(
                    line -> line[0].strip(),
                    line -> Arrays.stream(line[1].strip().split("\\s+", -1))
                            .filter(name -> !name.isEmpty())
                            .toList(),
                    (one, other) -> one,
                    TreeMap::new));

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.latchkey");

    /** What speaks HTTP, or stands at its door. */
    private static final String[] HTTP = Stream.of("input", "http", "docs", "ratelimit", "overload", "idempotency")
            .map(name -> HOUSE + name)
            .toArray(String[]::new);

    private static final List<Class<? extends Annotation>> ACTS =
            List.of(POST.class, PUT.class, PATCH.class, DELETE.class);

    @Test
    void every_package_is_on_the_map() {
        var onDisk = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(HOUSE))
                .map(name -> name.substring(HOUSE.length()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(onDisk).isEqualTo(ARROWS.keySet());
    }

    @Test
    void no_package_has_more_than_25_files() {
        assertThat(ARROWS.keySet())
                .allSatisfy(name ->
                        assertThat(SOURCES.resolve(name).toFile().list()).hasSizeLessThanOrEqualTo(25));
    }

    @TestFactory
    Stream<DynamicTest> each_package_uses_only_what_the_map_allows() {
        return ARROWS.entrySet().stream()
                .map(line -> dynamicTest(line.getKey(), () -> {
                    var allowed = Stream.concat(Stream.of(line.getKey()), line.getValue().stream())
                            .map(name -> HOUSE + name)
                            .toArray(String[]::new);
                    noClasses()
                            .that(resideInAPackage(HOUSE + line.getKey()))
                            .should()
                            .dependOnClassesThat(
                                    resideInAPackage("dev.latchkey..").and(resideOutsideOfPackages(allowed)))
                            .check(CLASSES);
                }));
    }

    @Test
    void there_are_no_circles() {
        SlicesRuleDefinition.slices()
                .matching(HOUSE + "(*)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    /** But for the one annotation without which Quarkus maps no value: it is a name, and does nothing. */
    @Test
    void the_kernel_is_plain_java() {
        classes()
                .that(resideInAPackage(HOUSE + "kernel"))
                .should()
                .onlyDependOnClassesThat(resideInAPackage(HOUSE + "kernel")
                        .or(resideInAPackage("java.."))
                        .or(resideInAPackage("javax.crypto.."))
                        .or(resideInAPackage("org.jspecify.."))
                        .or(resideInAPackage("com.github.f4b6a3.uuid.."))
                        .or(resideInAPackage("com.google.i18n.phonenumbers.."))
                        .or(type(Embeddable.class)))
                .check(CLASSES);
    }

    @Test
    void every_endpoint_says_who_may_call_it() {
        methods()
                .that(are(endpoints()))
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class)
                .check(CLASSES);
    }

    /** Judging a body takes time, and a caller who is not signed in must not make us spend it. */
    @Test
    void every_endpoint_without_a_login_counts_the_address_before_it_reads_a_body() {
        methods()
                .that(are(endpoints()))
                .and(are(uncheckedBeforehand()))
                .and()
                .areNotAnnotatedWith(GET.class)
                .should()
                .beAnnotatedWith(RateLimited.class)
                .check(CLASSES);
    }

    /** The token of a choice is looked up by the act itself: whatever looks like one gets as far as the body. */
    private static DescribedPredicate<JavaMethod> uncheckedBeforehand() {
        return DescribedPredicate.describe(
                "unchecked beforehand",
                method -> method.isAnnotatedWith(PermitAll.class)
                        || method.tryGetAnnotationOfType(RolesAllowed.class)
                                .filter(allowed -> List.of(allowed.value()).contains(Right.CHOICE))
                                .isPresent());
    }

    /** What a clinic may choose not to show (portal-section-off). */
    @Test
    void every_record_that_a_client_is_shown_is_in_a_section_of_the_portal() {
        methods()
                .that(are(endpoints()))
                .and()
                .areDeclaredInClassesThat(
                        resideInAnyPackage(HOUSE + "appointments", HOUSE + "invoices", HOUSE + "files"))
                .and(DescribedPredicate.describe("are for clients", (JavaMethod method) -> List.of(
                                method.getAnnotationOfType(RolesAllowed.class).value())
                        .contains(Right.CLIENT)))
                .should()
                .beDeclaredInClassesThat(DescribedPredicate.describe(
                        "say in which section", type -> type.isAnnotatedWith(InSection.class)))
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaMethod> endpoints() {
        return DescribedPredicate.describe("endpoints", method -> method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class)));
    }

    /** Or what cannot be shown would have been done. What answers nothing has nothing to build. */
    @Test
    void every_act_builds_its_answer_before_it_is_committed() {
        var elsewhere = Set.of("uploadClientFile"); // its transaction begins when the bytes are safe, in StoringUpload
        var late = CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> ACTS.stream().anyMatch(method::isAnnotatedWith))
                .filter(method -> !method.getRawReturnType().isEquivalentTo(void.class))
                .filter(method -> !elsewhere.contains(method.getName()))
                .filter(method -> !method.isAnnotatedWith(Transactional.class))
                .filter(method -> method.getMethodCallsFromSelf().stream()
                        .noneMatch(call -> call.getTargetOwner().isEquivalentTo(AnswerSerialization.class)))
                .map(JavaMethod::getFullName);

        assertThat(late).isEmpty();
    }

    /** What Quarkus Mailer injects keeps connections for all letters, and a silent server keeps them all (smtp's package-info). */
    @Test
    void letters_leave_by_one_door() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.quarkus.mailer.."))
                .check(CLASSES);
        noClasses()
                .that(resideOutsideOfPackages(HOUSE + "smtp", HOUSE + "mail", HOUSE + "framework"))
                .should()
                .dependOnClassesThat(resideInAPackage("io.vertx.ext.mail.."))
                .check(CLASSES);
        noClasses()
                // which keep the letters that GreenMail takes, and read those that came back
                .that(resideOutsideOfPackages(HOUSE + "standalone", HOUSE + "bounces"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.mail..", "org.eclipse.angus.."))
                .check(CLASSES);
    }

    @Test
    void time_comes_from_the_clock() {
        noClasses()
                .that(resideOutsideOfPackages(HOUSE + "standalone", HOUSE + "boot"))
                .should()
                .callMethodWhere(
                        target(owner(resideInAPackage("java.time.."))).and(target(nameMatching("now|system.*"))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .check(CLASSES);
    }

    @Test
    void entities_know_neither_http_nor_json_nor_beans_nor_settings_nor_the_clock() {
        noClasses()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAnnotatedWith(Embeddable.class)
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.ws.rs..")
                        .or(resideInAnyPackage(HTTP))
                        .or(resideInAPackage("com.fasterxml.."))
                        .or(resideInAPackage("jakarta.enterprise.."))
                        .or(resideInAPackage("org.eclipse.microprofile.config.."))
                        .or(resideInAPackage("io.smallrye.config.."))
                        .or(assignableTo(Clock.class)))
                .check(CLASSES);
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(ARROWS.keySet())
                .allSatisfy(name -> assertThat(CLASSES.getPackage(HOUSE + name).isAnnotatedWith(NullMarked.class))
                        .isTrue());
    }
}
