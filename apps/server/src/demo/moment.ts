/** A moment of the demonstration in Beijing, `2022-06-30 09:30`, as its day and its time of day. */
export const splitMoment = (moment: string): [day: string, time: string] => [moment.slice(0, 10), moment.slice(11)]
