using TypedExplain.Aot.Service;
using TypedExplain.ML;

// A service as eng/service.sh publishes it, natively: every endpoint, receipts, health, and a second model from a file of LightGBM.
WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
string log = builder.Configuration["receipts"] ?? Path.Combine(Path.GetTempPath(), "typedexplain-aot-service.jsonl");
builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Explain:Samples"] = "200", ["Explain:Decision:Cutoff"] = "0.5" });
builder.Services.AddTypedExplain()
    .AddModel(_ => Model.From<Loan>(loan => 1 / (1 + (loan.Debt / (1 + loan.Income)))).As(OutputKind.Probability).Identified("formula", "1", new string('a', 64)))
    .AddBackground(_ => new Dataset<Loan>(Enumerable.Range(0, 100).Select(i => new Loan(1000 + (i * 37 % 5000), i * 91 % 8000, (Home)(i % 3)))))
    .AddModel(TreeFile.Write(Path.GetDirectoryName(Path.GetFullPath(log))!), path => LightGbmForest<Loan>.Load(path, new() { Unused = [LoanFeatures.Home] }).Forest, "trees").AddExplainer<Loan>(name: "trees")
    .AddExplainer<Loan>(builder.Configuration.GetSection("Explain"))
    .UseCache().UseBudget(rowsPerSecond: 1_000_000).UseReceipts(_ => new FileReceiptLog(log)).UseLogging().UseOpenTelemetry();

WebApplication app = builder.Build();
app.MapExplanations<Loan>("/loans");
app.MapExplanations<Loan>("/trees", "trees");
app.MapHealthChecks("/health");
app.Run();
