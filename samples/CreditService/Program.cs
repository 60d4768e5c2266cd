using CreditService;

// A service that decides on loans, explains each decision and can prove later what it said.
//   dotnet run --project samples/CreditService                       receipts in receipts.db of the folder it runs in
//   dotnet run --project samples/CreditService -- --receipts PATH    receipts in another file of SQLite
//   dotnet run --project samples/CreditService -- --postgres "Host=localhost;Username=credit;Database=credit"
await CreditApp.Create(args).RunAsync();
