using CreditService;

// A service that decides on loans, explains each decision and can prove later what it said.
//   dotnet run --project samples/CreditService                       receipts in receipts.db of the folder it runs in
//   dotnet run --project samples/CreditService -- --receipts PATH    receipts in another file of SQLite
//   dotnet run --project samples/CreditService -- --postgres "Host=localhost;Username=credit;Database=credit"
//   dotnet run --project samples/CreditService -- --telemetry console           spans and metrics; or the address of a collector: http://localhost:4317
await CreditApp.Create(args).RunAsync();
