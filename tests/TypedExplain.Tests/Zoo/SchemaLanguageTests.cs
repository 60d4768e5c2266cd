using TypedExplain.Tests.Tables;

namespace TypedExplain.Tests.Zoo;

/// <summary>Missing values, arrays, scales and encodings as a user meets them.</summary>
public class SchemaLanguageTests
{
    private static readonly Dataset<Amounts> s_amounts = new(Enumerable.Range(1, 60).Select(i => new Amounts(i * i * 40, 0.1 * i, (uint)i, i, i - 20, 100m * i, i)));

    [Fact]
    public void AnEffectOnALogarithmicScaleIsPerDoubling()
    {
        IModel<Amounts> model = Model.From<Amounts>(row => 3 * Math.Log2(row.Dose));
        Explanation<Amounts> explanation = new Lime<Amounts> { Neighborhood = new GaussianNeighborhood<Amounts> { Background = s_amounts }, Ridge = 0 }.Explain(model, s_amounts[20]);

        Assert.Equal(3, explanation.Attribution.Dose, 1e-9);
        Assert.Equal(0, explanation.Attribution.Income, 1e-9);
        Assert.Contains("/ doubling", explanation.ToString());
    }

    [Fact]
    public void ACircleHasNoEnd()
    {
        Dataset<Wind> background = new(Enumerable.Range(0, 36).Select(i => new Wind((10 * i) - 180)));
        IModel<Wind> model = Model.From<Wind>(wind => (wind.Bearing < 0 ? wind.Bearing + 360 : wind.Bearing) / 90);
        Explanation<Wind> explanation = new Lime<Wind> { Neighborhood = new GaussianNeighborhood<Wind> { Background = background, Radius = 0.1 }, Ridge = 0 }.Explain(model, new Wind(179));

        // Past 180 comes −180: the effect is the same on both sides.
        Assert.Equal(1 / 90.0, explanation.Attribution.Bearing, 1e-9);
        Assert.Equal(-179, 179 + 2 - 360);
        Assert.Equal(model.Predict(new Wind(-179)), explanation.Predict(new Wind(-179)), 1e-9);
    }

    [Fact]
    public void AnArrayIsAttributedByElementAndAsAGroup()
    {
        Random random = new(4);
        Dataset<Recording> background = new(Enumerable.Range(0, 90).Select(i => new Recording(i % 2 == 0, [.. Enumerable.Range(0, 16).Select(_ => random.NextDouble())], i % 10)));
        IModel<Recording> model = Model.From<Recording>(row => row.Signal[3] + (2 * row.Signal[5]));
        Explanation<Recording> explanation = new Lime<Recording> { Neighborhood = new GaussianNeighborhood<Recording> { Background = background }, Ridge = 0 }.Explain(model, background[0]);

        Assert.Equal(1, explanation.Attribution.Signal[3], 1e-9);
        Assert.Equal(2, explanation.Attribution.Signal[5], 1e-9);
        Assert.Equal(3, explanation.Attribution.Signal.Sum, 1e-9);
        Assert.Equal(16, explanation.Attribution.Signal.Length);
        Assert.Equal("Signal[5]", explanation.Attribution.Ranked().First().Feature.Name);
        Assert.Same(RecordingFeatures.Signal[5], explanation.Attribution.Ranked().First().Feature);
    }

    [Theory]
    [InlineData(null, "null")]
    [InlineData(3, "an array of length 3")]
    public void AnArrayOfAnotherLengthIsRefused(int? length, string found) => Assert.Equal(
        $"Recording.Signal is {found}; it must be an array of length 16.",
        Assert.Throws<InvalidFeatureException>(() => new Dataset<Recording>([new(true, length is { } count ? new double[count] : null!, 1)])).Message);

    [Fact]
    public void AMissingValueIsNotChecked()
    {
        Dataset<MissingNumbers> rows = new([new(null, null, null, null, null, null, null), new(1, 0.5f, 2, 5, 3, System.Half.One, 4)]);
        Assert.Equal("missing", MissingNumbersFeatures.Small.Format(rows.Encoded[0]));
        Assert.Equal("true", MissingNumbersFeatures.SmallIsMissing.Format(rows.Encoded[0]));
        Assert.False(MissingNumbersFeatures.Small.IsPresent(rows.Encoded[0]));
        Assert.Equal("MissingNumbers.Small is 4; it must be a whole number, 5 to 9.", Assert.Throws<InvalidFeatureException>(() => new Dataset<MissingNumbers>([new(null, null, null, 4, null, null, null)])).Message);
        Assert.Throws<InvalidFeatureException>(() => new Dataset<MissingNumbers>([new(double.NaN, null, null, null, null, null, null)]));
    }

    [Fact]
    public void ProtectionCoversMissingness()
    {
        Assert.True(MissingMembersFeatures.AgeIsMissing.IsProtected);
        Assert.Equal("years of age is missing", MissingMembersFeatures.AgeIsMissing.DisplayName);
        Assert.Equal("Income is missing", MissingMembersFeatures.IncomeIsMissing.DisplayName);
        Assert.Equal("Main.Turnover is missing", FeatureSchema.Of<MissingRecords>().Features[1].DisplayName);
    }

    /// <summary>Background rows that are all missing, or never, tell nothing of missingness: it is held, and the caveat says so where it matters.</summary>
    [Fact]
    public void MissingnessThatNeverVariesIsHeld()
    {
        Dataset<OnlyNullable> complete = new(Enumerable.Range(0, 20).Select(i => new OnlyNullable(i)));
        IModel<OnlyNullable> model = Model.From<OnlyNullable>(row => row.Value ?? -50);
        Lime<OnlyNullable> lime = new() { Neighborhood = new GaussianNeighborhood<OnlyNullable> { Background = complete }, Ridge = 0 };

        Explanation<OnlyNullable> present = lime.Explain(model, complete[3]), missing = lime.Explain(model, new OnlyNullable(null));
        Assert.Equal((1.0, 0.0), (Math.Round(present.Attribution.Value, 9), present.Attribution.ValueIsMissing));
        Assert.Equal((0.0, 0.0), (missing.Attribution.Value, missing.Attribution.ValueIsMissing));
        Assert.True(missing.Caveats.HasFlag(Caveats.ConstantModel));
        Assert.Equal(-50, missing.Prediction);
        Assert.Equal((false, true), (present.Caveats.HasFlag(Caveats.HeldFeatures), missing.Caveats.HasFlag(Caveats.HeldFeatures)));
    }

    [Fact]
    public void CsvReadsTheNumbersOfAnEnumThatHasThem()
    {
        CsvResult<CodesOnly> read = CsvText.Read<CodesOnly>("A,B\nRent,-10\nOwn,bad\n");
        Assert.Equal([new CodesOnly(Housing.Rent, Grade2.Bad), new CodesOnly(Housing.Own, Grade2.Bad)], read.Rows.ToArray());
        CsvError error = Assert.Single(CsvText.Read<CodesOnly>("A,B\nRent,11\n0,10\nRent,10\n", new() { CollectErrors = true }).Errors, error => error.Column == "A");
        Assert.Equal("it must be one of Rent, Mortgage, Own.", error.Reason);
    }

    [Fact]
    public void CsvSaysWhatIsMissing()
    {
        CsvOptions options = new() { MissingCells = ["NA", "?"] };
        CsvResult<OnlyNullable> read = CsvText.Read<OnlyNullable>("Value\n1\nNA\n\"\"\n ? \n", options);
        Assert.Equal([1, null, null, null], read.Rows.Select(row => row.Value));
        Assert.Equal(
            "it must be any finite number; if it says that there is no value, add it to MissingCells.",
            Assert.Single(CsvText.Read<OnlyNullable>("Value\nNaN\n", options with { CollectErrors = true }).Errors).Reason);
        Assert.Equal([null, null], CsvText.Read<OnlyNullable>("Value\nNA\nNaN\n").Rows.Select(row => row.Value));
    }

    /// <summary>A record of which every value is missing and no record at all would be the same row.</summary>
    [Fact]
    public void CsvRefusesWhatItCouldNotTellApart()
    {
        MissingRecords row = new(new(1, 2, Housing.Own, true, null), null, 1, new(null, 1, Housing.Rent, false, null));
        Assert.Contains("1,2,Own,true,\"\",\"\"", CsvText.Write<MissingRecords>([row]));
        Assert.Equal(
            "Row 1: Shelf.Edge is without any value inside; it must be missing, or hold a value: a CSV row could not tell the two apart.",
            Assert.Throws<InvalidFeatureException>(() => CsvText.Write<Shelf>([new(1, new(null, null))])).Message);
    }

    [Fact]
    public void SomeCellsOfARecordAreNotEnough()
    {
        string[] lines = CsvText.Write<MissingRecords>([new(new(1, 2, Housing.Own, true, null), null, 1, new(null, 1, Housing.Rent, false, null))]).Split('\n');
        CsvError error = Assert.Single(CsvText.Read<MissingRecords>($"{lines[0]}\n{lines[1].Replace("1,2,Own", "1,,Own")}\n", new() { CollectErrors = true }).Errors);
        Assert.Equal(("Main.Staff", "a value is missing; it must be a whole number, -2147483648 to 2147483647."), (error.Column, error.Reason));
    }
}

[FeatureRecord]
public partial record Shelf(double Height, MissingPoint? Edge);
