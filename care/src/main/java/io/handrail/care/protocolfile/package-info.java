/** YAML to Protocol, and every check that a file must pass. */
package io.handrail.care.protocolfile;
