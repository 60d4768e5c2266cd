using TypedExplain.Media;

namespace TextAndImage;

/// <summary>One record of words, a picture and numbers, explained in one fit.</summary>
public static class Demo
{
    public static void Run(string? pages)
    {
        (string[] texts, string[] labels) = SmallData.Reviews();
        NaiveBayes opinions = new NaiveBayesTrainer().Train(texts, labels);
        int good = opinions.Classes.IndexOf("good");

        // A black box over the whole record: the review's tone, how bright the picture's middle is, a stain, the stars.
        IModel<Listing> interest = Model.From<Listing>(listing =>
            opinions.Probabilities(listing.Review)[good] + (0.5 * listing.Photo.Span[27]) - listing.Photo.Span[63] + (0.1 * listing.Stars) + (listing.IsNew ? 0.2 : 0));
        Listing listing = new("the lamp is lovely , bright , a little noisy", SmallData.Cross(), 4, true);

        Linex<Listing> linex = new()
        {
            Neighborhood = new MediaNeighborhood<Listing> { Samples = 2000, Image = new MaskedImage { Segmentation = new GridSegmentation { BlockSize = 4 }, Fill = Fill.Constant(0), Width = 1 } },
            Seed = 7,
        };
        Explanation<Listing> explanation = linex.Explain(interest, listing);
        Console.WriteLine(explanation);
        foreach (WordEffect word in explanation.Attribution.Review.Ranked().Take(3))
            Console.WriteLine($"  {word.Word,-8} at {string.Join(", ", word.Spans.Select(span => span.Start)),-4} {word.Effect:+0.000;-0.000}");

        // The same sentence against sentences that could have been written: words are replaced by similar ones.
        Word2Vec similar = new Word2VecTrainer { Dimensions = 16, Epochs = 60, Seed = 7 }.Train(texts);
        Explanation<Listing> real = (linex with { Neighborhood = new MediaNeighborhood<Listing> { Text = new Word2VecNeighborhood { Words = similar } } }).Explain(interest, listing);
        Console.WriteLine($"\nAgainst similar words: {real.Attribution.Review}");

        if (pages is null)
            return;
        Directory.CreateDirectory(pages);
        File.WriteAllText(Path.Combine(pages, "review.html"), explanation.Attribution.Review.ToHtml("Why is this lamp of interest?"));
        File.WriteAllText(Path.Combine(pages, "photo.html"), explanation.Attribution.Photo.ToHtml("Why is this lamp of interest?"));
        Console.WriteLine($"\nreview.html and photo.html are in {pages}.");
    }
}
