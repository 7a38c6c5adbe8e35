/// What all HTTP resources share: who calls, and how an error looks.
@NullMarked
package io.adskull.access;

import org.jspecify.annotations.NullMarked;
