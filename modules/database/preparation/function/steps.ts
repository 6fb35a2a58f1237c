import { type Names, quoted } from "./sql";

/** Something that a database must have: how it is found, and what makes it. */
export interface Step {
  readonly makes: string;
  /** Gives a row if it is there. */
  readonly found: readonly [text: string, ...values: string[]];
  readonly statement: string;
}

/**
 * What the service needs of a new database, in the order in which it can be made by a master user that is no superuser.
 *
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html
 */
export const steps = (names: Names): readonly Step[] => {
  const { owner, user, schema } = names;
  return [
    role(owner, "NOLOGIN"),
    role(user, "LOGIN"),
    {
      makes: `IAM login of ${user}`,
      found: ["SELECT 1 WHERE pg_has_role($1::name, 'rds_iam', 'MEMBER')", user],
      statement: `GRANT rds_iam TO ${quoted(user)}`,
    },
    {
      // Who creates a role may grant it since PostgreSQL 16, but does not act by it.
      makes: `membership of the master user in ${owner}`,
      found: ["SELECT 1 WHERE pg_has_role($1::name, 'USAGE')", owner],
      statement: `GRANT ${quoted(owner)} TO CURRENT_USER`,
    },
    {
      makes: `schema ${schema} of ${owner}`,
      found: [
        "SELECT 1 FROM pg_namespace JOIN pg_roles ON pg_roles.oid = nspowner WHERE nspname = $1 AND rolname = $2",
        schema,
        owner,
      ],
      statement: `CREATE SCHEMA ${quoted(schema)} AUTHORIZATION ${quoted(owner)}`,
    },
    {
      makes: `use of schema ${schema} by ${user}`,
      found: ["SELECT 1 WHERE has_schema_privilege($1::name, $2::text, 'USAGE')", user, schema],
      statement: `GRANT USAGE ON SCHEMA ${quoted(schema)} TO ${quoted(user)}`,
    },
    grants(names, { to: "TABLES", kind: "r", privileges: ["SELECT", "INSERT", "UPDATE", "DELETE"] }),
    grants(names, { to: "SEQUENCES", kind: "S", privileges: ["USAGE"] }),
  ];
};

const role = (name: string, login: "LOGIN" | "NOLOGIN"): Step => ({
  makes: `role ${name}`,
  found: ["SELECT 1 FROM pg_roles WHERE rolname = $1", name],
  statement: `CREATE ROLE ${quoted(name)} ${login}`,
});

/** What the service's user may do with all that the owner will make. */
function grants(
  { owner, user, schema }: Names,
  { to, kind, privileges }: { readonly to: string; readonly kind: string; readonly privileges: readonly string[] },
): Step {
  const list = privileges.join(", ");
  return {
    makes: `${list} on new ${to.toLowerCase()} of ${schema} by ${user}`,
    found: [
      `SELECT 1 FROM pg_default_acl
      JOIN pg_roles made_by ON made_by.oid = defaclrole
      JOIN pg_namespace ON pg_namespace.oid = defaclnamespace
      CROSS JOIN LATERAL aclexplode(defaclacl) acl
      JOIN pg_roles may ON may.oid = acl.grantee
      WHERE made_by.rolname = $1 AND nspname = $2 AND may.rolname = $3 AND defaclobjtype = '${kind}'
      HAVING array_agg(acl.privilege_type) @> ARRAY[${privileges.map((one) => `'${one}'`).join(", ")}]`,
      owner,
      schema,
      user,
    ],
    statement: `ALTER DEFAULT PRIVILEGES FOR ROLE ${quoted(owner)} IN SCHEMA ${quoted(schema)} GRANT ${list} ON ${to} TO ${quoted(user)}`,
  };
}
