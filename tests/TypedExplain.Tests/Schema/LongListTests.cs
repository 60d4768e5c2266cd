using TypedExplain.Errors;
using TypedExplain.Tests.Tables;

namespace TypedExplain.Tests.Schema;

/// <summary>Messages list twelve names and count the others.</summary>
public partial class LongListTests
{
    private const string Twelve = "A000, A001, A002, A003, A004, A005, A006, A007, A008, A009, A010, A011";
    private static readonly string[] s_names = [.. Enumerable.Range(0, 324).Select(i => $"A{i:000}")];

    [Fact]
    public void TwelveAndACount()
    {
        Assert.Equal(Twelve, NameList.Names(s_names.Take(12)));
        Assert.Equal(Twelve + " and 1 more", NameList.Names(s_names.Take(13)));
        Assert.Equal(Twelve + " and 312 more", NameList.Names(s_names));
    }

    [Fact]
    public void OutputsOfAModel()
    {
        IModel<Flower> model = Model.FromRows<Flower>([.. s_names], (_, scores) => scores.Clear());
        Assert.EndsWith($"it has {Twelve} and 312 more.", Assert.Throws<InvalidModelException>(() => model.Output("B")).Message);
        Assert.Contains($"has 324 outputs ({Twelve} and 312 more) and one", Assert.Throws<InvalidModelException>(() => new Lime<Flower> { Neighborhood = new GaussianNeighborhood<Flower> { Background = new([new(1, 2, 3, 4), new(2, 1, 4, 3)]) } }.Explain(model, new Flower(1, 1, 1, 1))).Message);
    }

    [Fact]
    public void ColumnsOfAFile()
    {
        string header = string.Join(',', s_names);
        Assert.EndsWith($"it has {Twelve} and 312 more.", CsvText.Refusal<Flower>(header));
        Assert.Contains($"columns that are not wanted: {Twelve} and 312 more.", CsvText.Refusal<Flower>("SepalLength,SepalWidth,PetalLength,PetalWidth," + header, new CsvOptions { AllowExtraColumns = false }));
        Assert.Contains("has no column for Values[0], Values[1], Values[2], Values[3], Values[4], Values[5], Values[6], Values[7], Values[8], Values[9], Values[10], Values[11] and 288 more; it has x.", CsvText.Refusal<Wide>("x\n1"));
    }

    [Fact]
    public void ARecordInAMessage()
    {
        string message = Assert.Throws<InvalidModelException>(() => Model.From<Wide>(_ => double.NaN).Predict(new Wide(new double[300]))).Message;
        Assert.True(message.Length < 500, message);
        Assert.Contains("Values[11] = 0 and 288 more }", message);
    }

    [Fact]
    public void CategoriesOfAFeature()
    {
        InvalidFeatureException error = Assert.Throws<InvalidFeatureException>(() => Model.From<Seasoned>(_ => 0).Predict(new Seasoned("none")));
        Assert.Equal("Seasoned.Month is none; it must be January, February, March, April, May, June, July, August, September, October, November, December and 1 more.", error.Message);
    }

    [FeatureRecord]
    public sealed partial record Wide([ArrayLength(300)] double[] Values);

    [FeatureRecord]
    public sealed partial record Seasoned([Categories("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Undecimber")] string Month);
}
