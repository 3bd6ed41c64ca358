#!/bin/sh
# Makes clients of the API with the generators that are on this machine, none of them edited, and does the main job with each: what the
# programs beside this file do.
#
#   run.sh <base url> [client...]
#
# The server has to run standalone, for the demo clinic and its mailbox. It is changed, and can be used again. Each client asks for two login
# links, so all of them together for more than the ten in 15 minutes that one address gets: start it with
# LATCHKEY_LIMITS_LOGIN_LINK_REQUESTS_PER_IP=100/15m.
#
# Tools come from the PATH and from
#
#   OPENAPI_GENERATOR_JAR   the command line of OpenAPI Generator
#   CLIENTS_NODE_MODULES    a node_modules with typescript, @types/node and openapi-typescript, openapi-fetch or @hey-api/openapi-ts
#
# Python needs pydantic 2 and urllib3. A client whose tools are missing is skipped.
set -eu

base=${1:?run.sh <base url> [client...]}
shift
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

has() {
    case $1 in
    openapi-generator) command -v java && [ -f "${OPENAPI_GENERATOR_JAR:-}" ] ;;
    pydantic) python3 -c 'import pydantic, urllib3; assert pydantic.VERSION >= "2"' ;;
    mvn) command -v mvn ;;
    *) command -v node && [ -d "${CLIENTS_NODE_MODULES:-}/$1" ] ;;
    esac >/dev/null 2>&1
}

needs() {
    case $1 in
    python) echo openapi-generator pydantic ;;
    openapi-fetch) echo typescript @types/node openapi-typescript openapi-fetch ;;
    typescript-fetch) echo openapi-generator typescript @types/node ;;
    hey-api) echo typescript @types/node @hey-api/openapi-ts ;;
    java | kotlin) echo openapi-generator mvn ;;
    *) echo "a recipe" ;;
    esac
}

generate() {
    java -Dlog.level=warn -jar "$OPENAPI_GENERATOR_JAR" generate -i "$base/openapi.yaml" -o client -g "$@"
}

node_tool() {
    tool=$1
    shift
    node "$CLIENTS_NODE_MODULES/$tool" "$@"
}

run_typescript() {
    cp "$here/$1.ts" "$here/mailbox.ts" .
    node_tool typescript/bin/tsc --strict --skipLibCheck --target es2022 --lib es2022,dom,dom.iterable --types node \
        --module node16 --moduleResolution node16 --outDir compiled "$1.ts"
    node "compiled/$1.js" "$base"
}

# Without the network, if what it needs has been fetched before.
maven() {
    mvn -q -B -o "$@" || mvn -q -B "$@"
}

run() {
    case $1 in
    python)
        generate python
        python3 -m compileall -q client
        PYTHONPATH=client python3 -B "$here/python.py" "$base"
        ;;
    openapi-fetch)
        node_tool openapi-typescript/bin/cli.js "$base/openapi.yaml" -o client.ts
        run_typescript "$1"
        ;;
    typescript-fetch)
        generate typescript-fetch
        run_typescript "$1"
        ;;
    hey-api)
        node_tool @hey-api/openapi-ts/bin/run.js -i "$base/openapi.yaml" -o client
        run_typescript "$1"
        ;;
    java)
        # By itself it does not look at the discriminator, but tries each class, and Jackson takes an answer for any of them.
        generate java --library native --additional-properties useOneOfDiscriminatorLookup=true
        maven -f client/pom.xml compile dependency:copy-dependencies -DincludeScope=compile
        java -cp 'client/target/classes:client/target/dependency/*' "$here/java/MainJob.java" "$base"
        ;;
    kotlin)
        generate kotlin --additional-properties serializationLibrary=gson,generateOneOfAnyOfWrappers=true
        mkdir job
        cp "$here/kotlin/MainJob.kt" job
        cp "$here/kotlin/pom.xml" .
        maven compile dependency:copy-dependencies
        java -cp 'target/classes:target/dependency/*' MainJobKt "$base"
        ;;
    esac
}

failed=0
[ $# -gt 0 ] || set -- python openapi-fetch typescript-fetch hey-api java kotlin
for client; do
    missing=
    for tool in $(needs "$client"); do
        has "$tool" || missing="$missing $tool"
    done
    if [ -n "$missing" ]; then
        echo "$client: skipped, no$missing"
        continue
    fi
    mkdir "$work/$client"
    [ ! -d "${CLIENTS_NODE_MODULES:-}" ] || ln -s "$CLIENTS_NODE_MODULES" "$work/$client/node_modules"
    status=0
    # Not as a condition: the shell would go on after what fails in there.
    set +e
    (
        set -e
        cd "$work/$client"
        run "$client"
    ) >"$work/$client.log" 2>&1
    status=$?
    set -e
    if [ $status = 0 ]; then
        echo "$client: done"
    else
        tail -n 60 "$work/$client.log"
        echo "$client: failed"
        failed=1
    fi
done
exit $failed
