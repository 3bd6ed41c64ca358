package dev.latchkey.files;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where an operator keeps the files. */
@ConfigMapping(prefix = "latchkey.files")
interface FileSettings {

    /** A directory on a disk that is backed up; nodes that share a database share it too. */
    Path directory();
}
