using System.Globalization;
using System.Text.Json;
using Credit;
using TypedExplain.Decisions.Tests.Support;
using TypedExplain.Tests.Golden;
using TypedExplain.Tests.Support;

namespace TypedExplain.Decisions.Tests.German;

/// <summary>Recourse over the German credit data, for a forest of 100 trees and a logistic model: no loophole, no blind spot.</summary>
public class GermanTests
{
    [DataFact]
    public void AForestOf100TreesAskedAndRead()
    {
        Dataset<CreditApplication> people = GermanCredit.Read(Path.Combine(TestData.Folder, "german", "german.csv"));
        IModel<CreditApplication> forest = new RandomForest<CreditApplication> { Trees = 100, MinLeafRows = 5, Seed = 7, MaxThreads = 2 }.Train(people);
        OnThePage("forest of 100 trees", Check(forest, people, cutoff: 0.5, readsModel: true));
        _ = Check(forest, people, cutoff: 0.5, readsModel: false);
    }

    [DataFact]
    public void ALogisticModel()
    {
        Dataset<CreditApplication> people = GermanCredit.Read(Path.Combine(TestData.Folder, "german", "german.csv"));
        OnThePage("logistic model", Check(LogisticModel.Train(people), people, cutoff: 0.5, readsModel: null));
    }

    [DataFact]
    public void RowsAreThoseOfTheGoldenFile()
    {
        Dataset<CreditApplication> people = GermanCredit.Read(Path.Combine(TestData.Folder, "german", "german.csv"));
        foreach ((string _, JsonElement root) in GoldenFiles.Roots("recourse"))
        {
            foreach (JsonElement denied in root.GetProperty("german").GetProperty("denied").EnumerateArray())
                Assert.Equal(denied.Vector("instance"), Numbers(people[denied.GetProperty("row").GetInt32()]));
        }
    }

    /// <summary>One number per feature: of a category its position.</summary>
    private static double[] Numbers(CreditApplication person)
    {
        FeatureSchema<CreditApplication> schema = FeatureSchema.Of<CreditApplication>();
        double[] row = new double[schema.Columns];
        schema.Encode(person, row);
        return [.. schema.Features.Select(feature => feature.Kind == FeatureKind.Category ? feature.CategoryIn(row) : row[feature.Column])];
    }

    private static void OnThePage(string model, RecourseAudit<CreditApplication> audit) => Assert.Contains(
        string.Create(CultureInfo.InvariantCulture, $"| {model} | {audit.All.Denied} | {audit.All.WithoutRecourse} ({100 * audit.All.ShareWithoutRecourse:0.0} %) |"),
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "decisions.md")));

    private static RecourseAudit<CreditApplication> Check(IModel<CreditApplication> model, Dataset<CreditApplication> people, double cutoff, bool? readsModel)
    {
        RecourseAudit<CreditApplication> audit = new Recourse<CreditApplication> { ReadsModel = readsModel, Wanted = answer => answer >= cutoff, TestsRobustness = false }.Audit(model, people);

        Assert.Equal(0, audit.All.Failed + audit.All.Undecided);
        Assert.True(audit.All.WithRecourse > 50, audit.ToString());
        foreach (AuditedPerson<CreditApplication> person in audit.Denied)
        {
            double[] before = new double[FeatureSchema.Of<CreditApplication>().Columns], after = new double[before.Length];
            FeatureSchema.Of<CreditApplication>().Encode(people[person.Row], before);
            Everything.Row[] all = [.. Everything.Of(FeatureSchema.Of<CreditApplication>(), before)];
            double[] answers = new double[all.Length];
            model.Score(new EncodedRows<CreditApplication>([.. all.SelectMany(row => row.Columns)]), answers);
            double least = all.Where((_, row) => answers[row] >= cutoff).Select(row => row.Cost).DefaultIfEmpty(double.PositiveInfinity).Min();
            if (person.Outcome is Found<CreditApplication> found)
            {
                FeatureSchema.Of<CreditApplication>().Encode(found.Action.After, after);
                Assert.Empty(Rules.Broken<CreditApplication>(before, after));
                Assert.Equal(least, found.Action.Cost, 1e-9);
                Assert.True(model.Predict(found.Action.After) >= cutoff);
            }
            else
            {
                Assert.IsType<NoRecourse<CreditApplication>>(person.Outcome);
                Assert.Equal(double.PositiveInfinity, least);
            }
        }

        return audit;
    }
}
