@NullMarked
package io.adskull.contract.credential;

import org.jspecify.annotations.NullMarked;
