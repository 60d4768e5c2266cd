using TypedExplain.Decisions;

namespace TypedExplain.Batch.Tests.Jobs;

/// <summary>Jobs that state reasons: what their texts say is a part of what the job is.</summary>
public static partial class ReasonsJobTests
{
    public static partial class Before
    {
        [FeatureRecord]
        public sealed partial record Applicant(
            [NotAFeature, RowKey] int Id,
            [Numeric(0, 1e6), Reason("R1", "Income is low", When = Adverse.Low)] double Income,
            [Numeric(0, 50), Reason("R2", "Debts are high", When = Adverse.High)] double Debts);
    }

    public static partial class After
    {
        [FeatureRecord]
        public sealed partial record Applicant(
            [NotAFeature, RowKey] int Id,
            [Numeric(0, 1e6), Reason("R1", "Income is below what we need", When = Adverse.Low)] double Income,
            [Numeric(0, 50), Reason("R2", "Debts are high", When = Adverse.High)] double Debts);
    }

    [Fact]
    public static async Task ResultsAreThoseOfTheLibraryAndOtherTextsAreAnotherJob()
    {
        using TemporaryFolder folder = new();
        Before.Applicant[] applicants = [.. Enumerable.Range(0, 20).Select(i => new Before.Applicant(i, i * 1_000, i * 7 % 50))];
        PrincipalReasons<Before.Applicant> reasons = new() { Reference = Reference.AllApplicants(new Dataset<Before.Applicant>(applicants)), Cutoff = 0.9, MaxReasons = 2 };
        IModel<Before.Applicant> model = Model.From<Before.Applicant>(applicant => (applicant.Income / 20_000) - (applicant.Debts / 100)).Identified("score", "1", new string('a', 64));
        string rows = folder.Of("rows.csv");
        Csv.Write(rows, applicants);
        ExplanationJob<Before.Applicant> job = new() { Model = model, Question = BatchQuestion.Reasons(reasons), Source = new CsvSource<Before.Applicant>(rows), Folder = folder.Of("out"), ShardRows = 6, BatchRows = 4 };
        JobReport report = await job.RunAsync();
        Assert.Equal((20, 4), (report.Rows, report.Shards.Length));
        string[][] lines = [.. Enumerable.Range(0, 4).SelectMany(shard => File.ReadAllLines(Path.Combine(folder.Of("out"), $"part-{shard:00000}-of-00004.csv")).Skip(1)).Select(line => line.Split(','))];
        for (int i = 0; i < 20; i++)
        {
            Assert.Equal(i.ToString(System.Globalization.CultureInfo.InvariantCulture), lines[i][2]);
            if (reasons.State(model, applicants[i]) is Stated<Before.Applicant> stated)
                Assert.Equal(stated.Reasons.Select(reason => reason.Reason.Text), new[] { lines[i][8], lines[i][11] }.Where(text => text.Length > 0));
            else
                Assert.Equal(("refused", ""), (lines[i][3], lines[i][8]));
        }

        Assert.Contains(lines, line => line[8] == "Income is low");
        ExplanationJob<After.Applicant> other = new()
        {
            Model = Model.From<After.Applicant>(applicant => (applicant.Income / 20_000) - (applicant.Debts / 100)).Identified("score", "1", new string('a', 64)),
            Question = BatchQuestion.Reasons(new PrincipalReasons<After.Applicant> { Reference = Reference.AllApplicants(new Dataset<After.Applicant>([.. applicants.Select(one => new After.Applicant(one.Id, one.Income, one.Debts))])), Cutoff = 0.9, MaxReasons = 2 }),
            Source = new CsvSource<After.Applicant>(rows),
            Folder = folder.Of("out"),
        };
        string message = (await Assert.ThrowsAsync<BatchException>(async () => await other.RunAsync())).Message;
        Assert.Contains("with another explainer or its options.", message, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task CodeOfTheCallersOwnThatIsNotDescribedIsToldOf()
    {
        using TemporaryFolder folder = new();
        Before.Applicant[] applicants = [.. Enumerable.Range(0, 20).Select(i => new Before.Applicant(i, i * 1_000, i * 7 % 50))];
        PrincipalReasons<Before.Applicant> reasons = new()
        {
            Reference = Reference.AllApplicants(new Dataset<Before.Applicant>(applicants)),
            Cutoff = 0.9,
            Rules = [AutomaticDenial.When(FeatureSchema.Of<Before.Applicant>().Reasons[0], applicant => applicant.Income < 1_000)],
        };
        Csv.Write(folder.Of("rows.csv"), applicants);
        ExplanationJob<Before.Applicant> job = new()
        {
            Model = Model.From<Before.Applicant>(applicant => (applicant.Income / 20_000) - (applicant.Debts / 100)).Identified("score", "1", new string('a', 64)),
            Question = BatchQuestion.Reasons(reasons),
            Source = new CsvSource<Before.Applicant>(folder.Of("rows.csv")),
            Folder = folder.Of("out"),
        };
        Assert.Contains("does not describe itself", Assert.Single((await job.RunAsync()).Warnings), StringComparison.Ordinal);
    }
}
