using TypedExplain.Tests.Zoo;

namespace TypedExplain.Batch.Tests.Pages;

/// <summary>The code of docs/batch.md. The lines between the marks stand there word for word.</summary>
internal static class BatchPage
{
    public static async Task<int> ProgramAsync(string[] args)
    {
        // <program>
        Dataset<LoanApplication> background = Loans.Load();
        IModel<LoanApplication> model = Loans.Model.Identified("scorecard", "2026-11");
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = background } };

        return await ExplanationProgram.For(model, linex).RunAsync(args);
        // </program>
    }

    public static async Task<string> JobAsync(string rows, string folder)
    {
        IModel<LoanApplication> model = Loans.Model;
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = Loans.Load() } };

        // <job>
        ExplanationJob<LoanApplication> job = new()
        {
            Model = model,
            Question = BatchQuestion.Effects(linex),
            Source = new CsvSource<LoanApplication>(rows),
            Folder = folder,
            ShardRows = 2,
        };

        JobReport report = await job.RunAsync();
        MergedJob<LoanApplication> merged = job.Merge();
        VerifyReport sound = await job.VerifyAsync(rows: 10);
        // </job>
        return $"{report}\n{merged}\n{sound}";
    }

    /// <summary>What the page calls so.</summary>
    private static class Loans
    {
        public static IModel<LoanApplication> Model { get; } = TypedExplain.Model.From<LoanApplication>(TypedExplain.Tests.Support.Loans.Score).As(OutputKind.Probability).Identified("scorecard", "2026-11", new string('e', 64));

        public static Dataset<LoanApplication> Load() => TypedExplain.Tests.Support.Loans.Load();
    }
}
