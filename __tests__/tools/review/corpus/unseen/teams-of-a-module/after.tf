# A reviewer should be told: the team of payments is called billing now, so its bucket and table are deleted with all data and
# made anew, empty; the robot's keys end; the team of support is gone with its data. The others stay.
module "team" {
  for_each = toset(["billing", "search"])
  source   = "./team"
  name     = each.key
}

output "tables" {
  value = { for name, team in module.team : name => team.table }
}
