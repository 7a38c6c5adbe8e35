@NullMarked
package io.adskull.contract.remediation;

import org.jspecify.annotations.NullMarked;
