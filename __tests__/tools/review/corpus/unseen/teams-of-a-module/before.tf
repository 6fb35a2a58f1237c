module "team" {
  for_each = toset(["payments", "search", "support"])
  source   = "./team"
  name     = each.key
}

output "tables" {
  value = { for name, team in module.team : name => team.table }
}
