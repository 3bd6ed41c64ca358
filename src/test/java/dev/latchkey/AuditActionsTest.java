package dev.latchkey;

import static dev.latchkey.ArchitectureTest.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.support.Contract;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The acts of the audit trail, wherever they are: an act that is once on record keeps its name for ever. */
class AuditActionsTest {

    /** The database records it, when a backup is put back. */
    private static final String BY_THE_DATABASE = "BACKUP_RESTORED";

    private static final List<AuditAction> ACTIONS = CLASSES.stream()
            .filter(type -> type.isEnum() && type.isAssignableTo(AuditAction.class))
            .map(JavaClass::reflect)
            .flatMap(type -> Stream.of(type.getEnumConstants()))
            .map(AuditAction.class::cast)
            .toList();

    /** The contract lists every act that was ever recorded, so it is the fixed list, too. */
    @Test
    void have_the_names_that_the_contract_has_for_them() {
        var codes = Stream.concat(storedNames(), Stream.of(BY_THE_DATABASE))
                .map(AuditAction::code)
                .collect(Collectors.toSet());

        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(Contract.read().auditActs().toList());
    }

    @Test
    void belong_to_one_feature_each() {
        var owners = ACTIONS.stream()
                .collect(Collectors.groupingBy(
                        AuditAction::storedName,
                        Collectors.mapping(action -> action.getClass().getName(), Collectors.toSet())));

        assertThat(owners).allSatisfy((name, types) -> assertThat(types).hasSize(1));
    }

    @Test
    void have_names_that_the_database_takes() {
        assertThat(storedNames()).isNotEmpty().allSatisfy(name -> assertThat(name)
                .matches("[A-Z]+(_[A-Z]+)*"));
    }

    private static Stream<String> storedNames() {
        return ACTIONS.stream().map(AuditAction::storedName);
    }
}
