@NullMarked
package io.adskull.contract.response;

import org.jspecify.annotations.NullMarked;
