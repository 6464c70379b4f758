# The guide in its window: what leads through it. Its pages stand in assets/guide.

guide-back = Back to where I was
guide-forward = Forward again
guide-contents = Contents
guide-search = Search the guide
guide-nothing = Nothing about “{ $text }”
guide-elsewhere = But in { $language } it stands on:
guide-close = Close the guide
guide-more = More in the guide
