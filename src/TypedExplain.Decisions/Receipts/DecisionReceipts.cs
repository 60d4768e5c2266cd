using TypedExplain.Decisions.Receipts;
using TypedExplain.Receipts.Statements;

namespace TypedExplain.Decisions;

/// <summary>Makes receipts of principal reasons and of recourse: <c>Receipt.Of(statement, model)</c>, <c>Receipt.Of(outcome, model)</c>.</summary>
public static class DecisionReceipts
{
    extension(Receipt)
    {
        /// <summary>A receipt of what a person can be told about a decision, of a refusal and of an automatic denial too.</summary>
        /// <typeparam name="T">The record.</typeparam>
        /// <param name="statement">The statement, as <see cref="PrincipalReasons{T}"/> gave it.</param>
        /// <param name="model">The model that decided. A refusal and a denial hold no score, so of them it is taken at its word.</param>
        /// <param name="content">How much of the person the receipt holds.</param>
        /// <exception cref="InvalidModelException">The model answers otherwise than the statement says, or each time otherwise.</exception>
        /// <exception cref="InvalidOptionException">The statement was read from JSON, or the content is none of those that there are.</exception>
        public static Receipt<T> Of<T>(ReasonStatement<T> statement, IModel<T> model, ReceiptContent content = ReceiptContent.Whole)
            where T : IFeatureRecord<T>
        {
            ArgumentNullException.ThrowIfNull(statement);
            (IDescribed by, T applicant, string output) = statement.Origin ?? throw new InvalidOptionException("The statement was read from JSON, which has neither the options that made it nor the person. Make the receipt of a statement that PrincipalReasons gave.");
            ReplayableResult<T> result = new(statement, DecisionForms.Reasons, by.Describe(), applicant, output, (statement as Stated<T>)?.Score) { Told = DecisionForms.OfReasons };
            return Receipt<T>.Of(result, model, background: null, content);
        }

        /// <summary>A receipt of what became of a search for recourse, of a certificate that there is none too.</summary>
        /// <typeparam name="T">The record.</typeparam>
        /// <param name="outcome">The outcome, as <see cref="Recourse{T}"/> gave it.</param>
        /// <param name="model">The model that was asked.</param>
        /// <param name="content">How much of the instance the receipt holds.</param>
        /// <exception cref="InvalidModelException">The model answers otherwise than the outcome says, or each time otherwise.</exception>
        /// <exception cref="InvalidOptionException">The outcome was read from JSON, or the content is none of those that there are.</exception>
        public static Receipt<T> Of<T>(RecourseOutcome<T> outcome, IModel<T> model, ReceiptContent content = ReceiptContent.Whole)
            where T : IFeatureRecord<T>
        {
            ArgumentNullException.ThrowIfNull(outcome);
            (IDescribed by, string output) = outcome.Facts.Origin ?? throw new InvalidOptionException("The outcome was read from JSON, which does not have the options that made it. Make the receipt of an outcome that Recourse gave.");
            ReplayableResult<T> result = new(outcome, DecisionForms.Recourse, by.Describe(), outcome.Instance, output, outcome.Answer) { Told = DecisionForms.OfRecourse };
            return Receipt<T>.Of(result, model, background: null, content);
        }
    }
}
