/// Microsoft Advertising: one Microsoft identity and the accounts of its customers.
@NullMarked
package io.adskull.token.platform.microsoft;

import org.jspecify.annotations.NullMarked;
