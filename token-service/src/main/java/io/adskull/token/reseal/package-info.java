/// After a rotation of the vault's keys: what lies under old ones is sealed anew.
@NullMarked
package io.adskull.token.reseal;

import org.jspecify.annotations.NullMarked;
