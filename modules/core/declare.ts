import { TerraformVariable, Token } from "cdktf";
import type { Construct } from "constructs";
import type { Field } from "./field";

/** Declares the variable of a module that holds a field. */
export const declare = (scope: Construct, field: Field): TerraformVariable =>
  new TerraformVariable(scope, field.name, {
    type: field.type,
    description: field.description,
    ...("default" in field ? { default: field.default === null ? Token.nullValue() : field.default } : {}),
    nullable: field.nullable,
    validation: field.validations.map(({ condition, errorMessage }) => ({ condition, errorMessage })),
  });
