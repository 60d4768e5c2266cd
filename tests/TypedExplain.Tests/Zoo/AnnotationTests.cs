namespace TypedExplain.Tests.Zoo;

/// <summary>What annotations and comments state reaches the runtime as data.</summary>
public class AnnotationTests
{
    [Fact]
    public void MeaningIsData()
    {
        Feature<Annotated> income = AnnotatedFeatures.Income, female = AnnotatedFeatures.Female, housing = AnnotatedFeatures.Housing, age = AnnotatedFeatures.Age;

        Assert.Equal(("annual income", "EUR", 1000.0, 0.5), (income.DisplayName, income.Unit, income.Step, income.Cost));
        Assert.Equal("What the applicant earns in a year, see Age.", income.Description);
        Assert.Equal((true, FeatureConstraints.Immutable, "Female"), (female.IsProtected, female.Constraints, female.DisplayName));
        Assert.Equal((3.0, null, null), (housing.Cost, housing.Step, housing.Description));
        Assert.Equal("Age in whole years, last birthday & not rounded.", age.Description);
        Assert.False(income.IsProtected);
    }

    [Fact]
    public void HandlesAreTheSchemasFeatures()
    {
        Assert.Same(FeatureSchema.Of<LoanApplication>().Features[1], LoanApplicationFeatures.AnnualIncome);
        Explanation<LoanApplication> explanation = new Lime<LoanApplication> { Seed = 1 }.Explain(Model.From<LoanApplication>(Support.Loans.Score), Support.Loans.Load()[0]);
        Assert.Equal(explanation.Attribution.AnnualIncome, explanation.Attribution[LoanApplicationFeatures.AnnualIncome]);
    }

    [Fact]
    public void ProtectedFeaturesAreMeasuredAndShownAsProtected()
    {
        IModel<Annotated> model = Model.From<Annotated>(row => (row.Female ? 1 : 0) + (row.Income / 1e6));
        Dataset<Annotated> background = new(Enumerable.Range(0, 20).Select(i => new Annotated(i * 1000, i % 2 == 0, (Housing)(i % 3)) { Age = 20 + i }));
        Explanation<Annotated> explanation = new Linex<Annotated> { Neighborhood = new GaussianNeighborhood<Annotated> { Background = background } }.Explain(model, background[4]);

        Assert.True(explanation.Attribution.Female > 0.9);
        Assert.Equal((AnnotatedFeatures.Female, double.NaN), explanation.Attribution.Ranked().First());
        Assert.Equal((AnnotatedFeatures.Female, explanation.Attribution.Female), explanation.Attribution.Ranked(ProtectedValues.Kept).First());
        Assert.Throws<InvalidOptionException>(() => explanation.Attribution.Ranked((ProtectedValues)9));
        Assert.Matches(@"\n  Female +protected\n", explanation.ToString());
        Assert.Contains("annual income", explanation.ToString());
    }

    [Fact]
    public void WhatIsNotAFeatureIsTheInstancesInANeighbor()
    {
        List<Ignoring> seen = [];
        IModel<Ignoring> model = Model.From<Ignoring>(row =>
        {
            seen.Add(row);
            return row.Share;
        });
        Ignoring instance = new("A-17", 0.5, Tag: new object(), Flag: true) { Version = new Version(1, 2), Count = 3 };
        GaussianNeighborhood<Ignoring> around = new() { Background = new([instance, instance with { Share = 0.7, Flag = false, Count = 5 }]), Samples = 20 };

        _ = new Lime<Ignoring> { Neighborhood = around }.Explain(model, instance);

        // The last question is about what the row of the instance stands for, without what no row carries.
        Assert.Equal((null, null, null), (seen[^1].Id, seen[^1].Tag, seen[^1].Version));
        Assert.All(seen[..^1], row => Assert.Equal((instance.Id, instance.Tag, instance.Version, instance.Note), (row.Id, row.Tag, row.Version, row.Note)));
    }

    [Fact]
    public void TextOutsideItsListIsRefused()
    {
        Assert.Equal(
            "Texts.Purpose is boat; it must be car, house, other.",
            Assert.Throws<InvalidFeatureException>(() => new Dataset<Texts>([new("boat", "", 1)])).Message);
        Assert.StartsWith("Texts.Purpose is null;", Assert.Throws<InvalidFeatureException>(() => new Dataset<Texts>([new(null!, "", 1)])).Message);
    }

    [Fact]
    public void RankOutsideItsListIsRefused() => Assert.Equal(
        "Ranks.Grade is 77; it must be Poor, Fair, Good, Excellent.",
        Assert.Throws<InvalidFeatureException>(() => new Dataset<Ranks>([new((Grade)77, Housing.Own, Grade.Good, true)])).Message);

    [Fact]
    public void DatesAreShownAsDates()
    {
        Times times = new(new(2024, 2, 29), new(2024, 2, 29), new(1999, 12, 31, 12, 0, 0), DateTimeOffset.UnixEpoch, new(2000, 1, 1), TimeSpan.FromMinutes(5), TimeSpan.Zero);
        double[] columns = new double[7];
        FeatureSchema.Of<Times>().Encode(times, columns);

        Assert.Equal(8825, columns[0]);
        Assert.Equal(-0.5, columns[2]);
        Assert.Equal("2024-02-29", TimesFeatures.Day.Format(columns));
        Assert.Equal("1999-12-31 12:00:00", TimesFeatures.Moment.Format(columns));
        Assert.Equal("1970-01-01", TimesFeatures.Instant.Format(columns));
        Assert.Equal("5 minutes", TimesFeatures.Wait.Format(columns));
        Assert.Matches(
            @"^Times\.Moment is 2921940 days from the start of 2000; it must be 1714-\d\d-\d\d \S+ to 2285-\d\d-\d\d \S+\.$",
            Assert.Throws<InvalidFeatureException>(() => new Dataset<Times>([times with { Moment = DateTime.MaxValue }])).Message);
        Assert.Contains("Times.Wait is 91; it must be 0 to 90.", Assert.Throws<InvalidFeatureException>(() => new Dataset<Times>([times with { Wait = TimeSpan.FromMinutes(91) }])).Message);
    }

    [Fact]
    public void RecordsInsideRecordsAreReachedByTheirOwnNames()
    {
        Household household = new(2, new Address(30_000, Housing.Own, new(51, new(2001, 2, 3), "n")), Housing.Rent, new Address(50_000, Housing.Rent, new(48, new(2002, 3, 4), "s")), new() { First = 0.5 });
        Dataset<Household> background = new(Enumerable.Range(0, 30).Select(i => household with
        {
            Size = i % 5,
            Home = household.Home with { Income = 20_000 + (i * 1000), Spot = new(i, new(2000 + i, 1, 1), i % 2 == 0 ? "n" : "s") },
            Work = household.Work with { Income = 40_000 + (i * i * 100) },
        }));
        IModel<Household> model = Model.From<Household>(row => (row.Home.Income / 1000) + (3 * row.Work.Income / 1000));
        Explanation<Household> explanation = new Linex<Household>
        {
            Neighborhood = new GaussianNeighborhood<Household> { Background = background, HoldConstantFeatures = true },
            Ridge = 1e-6,
        }.Explain(model, background[4]);

        Assert.Equal(0.001, explanation.Attribution.Home.Income, 1e-6);
        Assert.Equal(0.003, explanation.Attribution.Work.Income, 1e-6);
        Assert.Equal(explanation.Attribution[HouseholdFeatures.Work[0]], explanation.Attribution.Work.Income);
        Assert.Equal("Work.Income", explanation.Attribution.Ranked().First().Feature.Name);
        Assert.Equal(["Home.Income", "Home.Kind", "Home.Spot.Latitude", "Home.Spot.Since", "Home.Spot.Side"], HouseholdFeatures.Home.Select(feature => feature.Name));
        Assert.Equal(0, explanation.Attribution.Home.Spot.Latitude, 1e-3);
    }

    [Fact]
    public void MissingInnerRecordIsRefused()
    {
        Household household = new(2, null!, Housing.Rent, null!, default);
        Assert.Equal("Household.Home is null; it must be a record of type Address.", Assert.Throws<InvalidFeatureException>(() => new Dataset<Household>([household])).Message);
    }

    /// <summary>Where an inner record's features stand changes; all else that is known of them does not.</summary>
    [Fact]
    public void FeaturesOfAnInnerRecordKeepEverythingElse()
    {
        Feature<Household>[] outer = [.. Feature<Household>.Inside<Annotated>("Inner", index: 7, column: 9), .. Feature<Household>.Inside<Times>("Inner", index: 7, column: 9)];
        object[] inner = [.. FeatureSchema.Of<Annotated>().Features, .. FeatureSchema.Of<Times>().Features];
        string[] moved = [nameof(Feature<Household>.Name), nameof(Feature<Household>.DisplayName), nameof(Feature<Household>.Index), nameof(Feature<Household>.Column)];
        foreach ((Feature<Household> copy, object original) in outer.Zip(inner))
        {
            foreach (System.Reflection.PropertyInfo property in typeof(Feature<Household>).GetProperties().Where(property => !moved.Contains(property.Name)))
                Assert.Equal(original.GetType().GetProperty(property.Name)!.GetValue(original), property.GetValue(copy));
        }

        Assert.Equal(("Inner.Age", 7 + 3, 9 + 5), (outer[3].Name, outer[3].Index, outer[3].Column));
        Assert.Equal("annual income", outer[0].DisplayName);
    }
}
