using TypedExplain.Decisions.Tests.Support;

namespace TypedExplain.Decisions.Tests.Recourses;

/// <summary>Trees as deep as files may hold, and records of very many features: no stack and no memory runs out.</summary>
public class SizeTests
{
    [Fact]
    public void ATreeDeeperThanAnyStack()
    {
        // Each question is about one more step, so all of them stay open.
        Lattice.Use(new() { Name = "A", Kind = FeatureKind.Whole, Index = 0, Column = 0, Limits = new(0, 40_000) }, new() { Name = "B", Kind = FeatureKind.Whole, Index = 1, Column = 1, Limits = new(0, 2) });
        ForestOf.Node node = new(1);
        for (int threshold = 30_000; threshold >= 0; threshold--)
            node = new(0, 0, threshold + 0.5, new(threshold == 1_000 ? 0.5 : 0), node);
        Recourse<Lattice> recourse = new() { ReadsModel = true, TestsRobustness = false, Wanted = answer => answer >= 0.5 };

        Found<Lattice> found = Assert.IsType<Found<Lattice>>(recourse.Find(ForestOf.Trees<Lattice>(node), new Lattice([0, 0])));
        Assert.Equal(1_000, found.Action.Cost);
        Assert.True(found.IsProvenCheapest);
    }

    [Fact]
    public void ARecordOfVeryManyFeatures()
    {
        const int features = 3_000;
        Lattice.Use([.. Enumerable.Range(0, features).Select(i => new Feature<Lattice> { Name = $"F{i}", Kind = FeatureKind.Flag, Index = i, Column = i })]);
        IModel<Lattice> model = Model.FromRows<Lattice>((rows, scores) =>
        {
            for (int row = 0; row < rows.Count; row++)
                scores[row] = rows[row][features - 1];
        });
        Recourse<Lattice> recourse = new() { TestsRobustness = false, Wanted = answer => answer >= 1, MaxQueries = 5_000 };

        Found<Lattice> found = Assert.IsType<Found<Lattice>>(recourse.Find(model, new Lattice([.. new double[features]])));
        Assert.Equal($"F{features - 1}", Assert.Single(found.Action.Changes).Feature.Name);
        Assert.True(found.IsProvenCheapest);
    }
}
