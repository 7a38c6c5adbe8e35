@NullMarked
package io.adskull.contract.status;

import org.jspecify.annotations.NullMarked;
