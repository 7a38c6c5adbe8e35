/// Secrets at rest: sealed with a key set that is not in the database.
@NullMarked
package io.adskull.vault;

import org.jspecify.annotations.NullMarked;
