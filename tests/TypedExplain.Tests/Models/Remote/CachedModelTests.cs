using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Models.Remote;

/// <summary>A memory in front of a model changes no answer, and asks about no row twice that it remembers.</summary>
public class CachedModelTests
{
    [Fact]
    public void EveryRowIsAskedAboutOnce()
    {
        int asked = 0;
        CachedModel<House> model = new(Counting(rows => asked += rows));
        double[] first = Scores(model, Twice()), second = Scores(model, Twice()), expected = Scores(Counting(_ => { }), Twice());

        Assert.Equal(expected, first);
        Assert.Equal(expected, second);
        Assert.Equal(Made<House>.Rows.Count, asked);
        Assert.Equal((3 * asked, asked, asked), (model.Hits, model.Misses, model.Count));
    }

    [Fact]
    public void NoMoreIsRememberedThanThereIsRoomFor()
    {
        int asked = 0;
        CachedModel<House> model = new(Counting(rows => asked += rows), capacity: 5);
        double[] expected = Scores(Counting(_ => { }), Twice());
        for (int i = 0; i < 3; i++)
            Assert.Equal(expected, Scores(model, Twice()));
        Assert.Equal(5, model.Count);
        Assert.InRange(asked, Made<House>.Rows.Count + 1, 3 * Made<House>.Rows.Count);
    }

    [Fact]
    public void WhatIsNoNumberIsNotRemembered()
    {
        bool isBroken = true;
        CachedModel<House> model = new(Model.FromRows<House>((rows, scores) => scores.Fill(isBroken ? double.NaN : 1)));
        Assert.Throws<InvalidModelException>(() => model.Predict(Made<House>.Rows[0]));
        isBroken = false;
        Assert.Equal(1, model.Predict(Made<House>.Rows[0]));
    }

    [Fact]
    public void ThreadsGetTheSameAnswers()
    {
        CachedModel<House> model = new(Counting(_ => { }), capacity: 20);
        double[] expected = Scores(Counting(_ => { }), Twice());
        Parallel.For(0, 200, _ => Assert.Equal(expected, Scores(model, Twice())));
        Assert.Equal(20, model.Count);
    }

    [Fact]
    public void BadOptionsAreRefused() =>
        Assert.Contains("capacity of a cached model is 0", Assert.Throws<InvalidOptionException>(() => new CachedModel<House>(Counting(_ => { }), 0)).Message);

    private static double[] Twice() => [.. Made<House>.Rows.Encoded.Values.ToArray(), .. Made<House>.Rows.Encoded.Values.ToArray()];

    private static double[] Scores(IModel<House> model, double[] values)
    {
        EncodedRows<House> rows = new(values);
        double[] scores = new double[rows.Count];
        model.Score(rows, scores);
        return scores;
    }

    private static IModel<House> Counting(Action<int> count) => Model.FromRows<House>((rows, scores) =>
    {
        count(rows.Count);
        for (int row = 0; row < rows.Count; row++)
        {
            double sum = 0;
            foreach (double value in rows[row])
                sum = (sum / 2) + value;
            scores[row] = sum;
        }
    });
}
